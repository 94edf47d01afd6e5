import { readArguments, usage } from './arguments.ts'
import { reportLines } from './checks/report.ts'
import { NotPlayable } from './rehearsal-target.ts'
import { rehearse } from './rehearse.ts'

const log = (line: string) => process.stdout.write(`${line}\n`)

// Three times the slowest turn of every entry, plus a minute for the server.
const maxShowSeconds = (entries: number) => 3 * (90 * entries + 400)

async function main(): Promise<number> {
  if (process.argv.includes('--help')) {
    log(usage)
    return 0
  }
  const args = readArguments(process.argv.slice(2))
  const limitMs = 60_000 + (maxShowSeconds(args.entries) * 1000) / args.speed
  const abort = new AbortController()
  process.once('SIGINT', () => abort.abort(new NotPlayable('Stopped before the end.')))
  const timeout = setTimeout(() => abort.abort(new NotPlayable('The show did not come to its end in time.')), limitMs)
  try {
    const name = `Rehearsal, ${new Date().toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}`
    const rehearsal = await rehearse({ ...args, name, signal: abort.signal, log })
    for (const line of reportLines(rehearsal)) log(line)
    return rehearsal.stats.promises.listBroken().length === 0 ? 0 : 1
  } catch (failure) {
    throw abort.signal.aborted ? abort.signal.reason : failure
  } finally {
    clearTimeout(timeout)
  }
}

main()
  .catch((failure: Error) => {
    process.stderr.write(`${failure instanceof NotPlayable ? failure.message : failure.stack}\n`)
    return 2
  })
  .then((code) => process.exit(code))
