import { spawn } from 'node:child_process'

/** The system's own command that opens an address in the usual browser. */
export function browserCommand(address: string, platform: NodeJS.Platform = process.platform): [string, string[]] {
  // The first quoted argument of start is a window title; & and % never occur in an owner's link.
  if (platform === 'win32') return ['cmd', ['/c', 'start', '""', address]]
  return [platform === 'darwin' ? 'open' : 'xdg-open', [address]]
}

/** Calls `onFailure` where there is no browser to open, as on a server. */
export function openBrowser(address: string, onFailure: () => void): void {
  const [command, args] = browserCommand(address)
  const child = spawn(command, args, {
    ...{ stdio: 'ignore', detached: true },
    // Else Windows quotes the window title again, and shows a window of its own.
    ...{ windowsVerbatimArguments: true, windowsHide: true },
  })
  child.once('error', onFailure)
  child.once('exit', (code) => {
    if (code !== 0 && code !== null) onFailure()
  })
  child.unref()
}
