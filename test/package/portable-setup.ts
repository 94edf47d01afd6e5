import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { BrowserServer } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { makePortable } from '../../api/packaging/portable/make-portable.ts'
import { type Platform, platforms } from '../../api/packaging/portable/platforms.ts'
import { type BuiltServer, startBuiltServer } from '../browser/support/built-server.ts'
import { launchBrowserServer } from '../browser/support/open-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    portable: { zips: string; unzipped: Record<Platform['name'], string>; openedAddress: string; problem: string }
  }
}

/** Makes the portable folders and starts the one for Linux as a double-click does, so that the tests of the shared server play on it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'demo-hour-portable-test-'))
  const zips = join(folder, 'zips')
  const folderOf = (name: string) => join(folder, 'unzipped by the organiser', name, 'Demo Hour')
  let server: BuiltServer | undefined
  let browser: BrowserServer | undefined
  let openedAddress = ''
  let problem = ''
  try {
    const names = makePortable(platforms, zips, 1)
    for (const { name, label } of platforms)
      unzip(join(zips, names.find((zip) => zip.includes(label))!), dirname(folderOf(name)))
    const fakeBrowser = writeFakeBrowser(folder)
    server = await startBuiltServer({
      command: [join(folderOf('linux'), 'start-demo-hour.sh')],
      env: { PATH: `${fakeBrowser.folder}:${process.env.PATH}` },
    })
    openedAddress = await fakeBrowser.readAddress()
    browser = await launchBrowserServer()
  } catch (error) {
    problem = (error as Error).message
  }
  const { address = '', ownerKey = '' } = server ?? {}
  project.provide('shared', { address, ownerKey, browserEndpoint: browser?.wsEndpoint() ?? '', problem })
  const unzipped = { linux: folderOf('linux'), macos: folderOf('macos'), windows: folderOf('windows') }
  project.provide('portable', { zips, unzipped, openedAddress, problem })
  return async () => {
    await browser?.close()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Fails, too, when a file's checksum is not that in the ZIP. */
function unzip(zip: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  const { status, stderr } = spawnSync('unzip', ['-q', zip, '-d', folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${zip} cannot be unpacked: ${stderr}`)
}

/** Stands in for the system's command that opens the usual browser, and writes down which address it was given. */
function writeFakeBrowser(parent: string) {
  const folder = join(parent, 'bin')
  const opened = join(folder, 'opened')
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'xdg-open'),
    `#!/bin/sh\nprintf %s "$1" > '${opened}.part' && mv '${opened}.part' '${opened}'\n`,
  )
  chmodSync(join(folder, 'xdg-open'), 0o755)
  return {
    folder,
    async readAddress(): Promise<string> {
      for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 100) {
        if (existsSync(opened)) return readFileSync(opened, 'utf8')
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error('No browser was opened')
    },
  }
}
