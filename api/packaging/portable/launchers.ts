import type { Platform } from './platforms.ts'

/** A file of the portable folder beside `app`; `mode` as Unix writes it. */
export type FolderFile = { path: string; text: string; mode: number }

const program = 'app/node_modules/demo-hour/dist/api/demo-hour.js'

/**
 * The shell stays while the server runs, so that a message can be read before the window closes. The empty trap keeps Ctrl+C, which goes to
 * both, from ending the shell while the server asks for a second press. Without a terminal the server takes the shell's place.
 */
const shellScript = (prepare: string) => `#!/bin/sh
# Starts Demo Hour from the folder that holds this file. Its data goes into the folder "data" beside it.
cd "$(dirname "$0")" || exit 1
DATA_DIR="\${DATA_DIR:-data}"
export DATA_DIR
${prepare}if [ ! -t 0 ]; then
  exec ./app/node ${program} --open "$@"
fi
trap : INT
./app/node ${program} --open "$@"
status=$?
if [ "$status" -ne 0 ]; then
  printf 'Press Enter to close this window. '
  read -r _
fi
exit "$status"
`

// Code page 65001 is UTF-8, for the quotation marks and the QR code.
const commandFile = `@echo off
rem Starts Demo Hour from the folder that holds this file. Its data goes into the folder "data" beside it.
chcp 65001 >nul
title Demo Hour
cd /d "%~dp0"
if not defined DATA_DIR set "DATA_DIR=%~dp0data"
"%~dp0app\\node.exe" "%~dp0${program.replaceAll('/', '\\')}" --open %*
if errorlevel 1 pause
`

// %k is the place of this file. Exec takes double quotes only, with \\ before every " and $ inside them.
const desktopFile = `[Desktop Entry]
Type=Application
Name=Demo Hour
Comment=Runs the last hour of a hack day
Terminal=true
Exec=sh -c "cd \\\\"\\\\$(dirname \\\\"\\\\$1\\\\")\\\\" && ./start-demo-hour.sh" sh %k
`

const starts: Record<Platform['name'], string> = {
  linux: `Open a terminal in this folder and type ./start-demo-hour.sh
Or double-click "Demo Hour.desktop", once you have allowed it to start (right-click, Allow Launching).`,
  macos: `Double-click "Start Demo Hour.command".
The first time, macOS may say that it cannot check the file. Then open System Settings, Privacy & Security, and press "Open Anyway".
This folder is for Macs with Apple silicon (M1 or later).`,
  windows: `Double-click "Start Demo Hour.cmd".
The first time, Windows may show "Windows protected your PC": press "More info", then "Run anyway".
When Windows asks whether Node.js may be reached from networks, allow it: else no phone gets through.`,
}

const readMe = (version: string, { name, nodeVersion }: Platform) => `Demo Hour ${version}

${starts[name]}

A window with the addresses opens and stays open, and your browser opens on your own page: type the name of your event there.
Nothing is installed, and no administrator is needed. Everything is kept in the folder "data" beside this file: to move to another
computer, stop Demo Hour and copy that folder.

To stop it, press Ctrl+C in its window. While a show is on it asks for a second press. Closing the window stops it without a question
where the system does not ask; what was saved stays saved, and the next start goes on at the same second.

Inside is Node.js ${nodeVersion} as nodejs.org publishes it, with its licence in app/NODE-LICENSE.txt.
`

const crlf = (text: string) => text.replaceAll('\n', '\r\n')

export function launchersFor(platform: Platform, version: string): FolderFile[] {
  const text = readMe(version, platform)
  switch (platform.name) {
    case 'linux':
      return [
        { path: 'start-demo-hour.sh', text: shellScript(''), mode: 0o755 },
        { path: 'Demo Hour.desktop', text: desktopFile, mode: 0o755 },
        { path: 'Read me.txt', text, mode: 0o644 },
      ]
    case 'macos':
      return [
        {
          path: 'Start Demo Hour.command',
          // Else macOS asks once more for each file that it loads.
          text: shellScript('xattr -dr com.apple.quarantine app 2>/dev/null\n'),
          mode: 0o755,
        },
        { path: 'Read me.txt', text, mode: 0o644 },
      ]
    case 'windows':
      return [
        { path: 'Start Demo Hour.cmd', text: crlf(commandFile), mode: 0o644 },
        { path: 'Read me.txt', text: crlf(text), mode: 0o644 },
      ]
  }
}
