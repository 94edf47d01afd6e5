import { readArguments, usage } from './arguments.ts'
import { reportLines } from './checks/report.ts'
import { NotPlayable } from './rehearsal-target.ts'
import { rehearse } from './rehearse.ts'

const log = (line: string) => process.stdout.write(`${line}\n`)

// Three times the slowest turn of every entry, plus a minute for the server.
const maxShowSeconds = (entries: number) => 3 * (90 * entries + 400)

/** Resolves with 1 when a promise was broken and with 2 when the show could not be played. */
export function runRehearsal(args: string[]): Promise<number> {
  return playShow(args).catch((failure: Error) => {
    process.stderr.write(`${failure instanceof NotPlayable ? failure.message : failure.stack}\n`)
    return 2
  })
}

async function playShow(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    log(usage())
    return 0
  }
  const show = readArguments(args)
  const limitMs = 60_000 + (maxShowSeconds(show.entries) * 1000) / show.speed
  const abort = new AbortController()
  process.once('SIGINT', () => abort.abort(new NotPlayable('Stopped before the end.')))
  const timeout = setTimeout(() => abort.abort(new NotPlayable('The show did not come to its end in time.')), limitMs)
  try {
    const name = `Rehearsal, ${new Date().toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}`
    const rehearsal = await rehearse({ ...show, name, signal: abort.signal, log })
    for (const line of reportLines(rehearsal)) log(line)
    return rehearsal.stats.promises.listBroken().length === 0 ? 0 : 1
  } catch (failure) {
    throw abort.signal.aborted ? abort.signal.reason : failure
  } finally {
    clearTimeout(timeout)
  }
}
