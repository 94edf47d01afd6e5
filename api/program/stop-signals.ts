type StopOptions = {
  stop: () => Promise<void>
  /** The names of events whose show is on. */
  listShowsOn: () => Promise<string[]>
  print: (line: string) => void
  isTerminal: boolean
  signals?: Pick<NodeJS.EventEmitter, 'on'>
}

/** One press of Ctrl+C under `npm start` arrives twice within this time: from the terminal and from npm. */
const samePressMs = 500
/** A database that does not answer must not keep anyone from stopping the server. */
const maxLookupMs = 1500

/**
 * Stops on SIGTERM at once. In a terminal the first Ctrl+C during a show names it and asks for a second one; a closed window (SIGHUP)
 * cannot be asked, so what is being saved is finished in the seconds that the system allows. Without a terminal SIGHUP is left alone, as
 * nohup expects.
 */
export function handleStopSignals({ stop, listShowsOn, print, isTerminal, signals = process }: StopOptions): void {
  signals.on('SIGTERM', stop)
  if (isTerminal) signals.on('SIGHUP', stop)
  let pressedAt: number | undefined
  let asked = false
  signals.on('SIGINT', async () => {
    if (!isTerminal) return stop()
    const isSamePress = pressedAt !== undefined && performance.now() - pressedAt < samePressMs
    if (isSamePress) return
    pressedAt = performance.now()
    const names = asked ? [] : await Promise.race([listShowsOn(), none(maxLookupMs)]).catch(() => [])
    if (names.length === 0) return stop()
    asked = true
    print(`${questionAbout(names)} Press Ctrl+C again to stop Demo Hour all the same.`)
  })
}

function questionAbout(names: string[]): string {
  const list = new Intl.ListFormat('en-GB').format(names.map((name) => `“${name}”`))
  return names.length === 1
    ? `${list} is still running: its screens and phones would lose the server.`
    : `${list} are still running: their screens and phones would lose the server.`
}

const none = (afterMs: number) => new Promise<string[]>((resolve) => setTimeout(() => resolve([]), afterMs).unref())
