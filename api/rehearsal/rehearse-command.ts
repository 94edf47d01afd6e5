import { readArguments, usage } from './arguments.ts'
import { reportLines } from './checks/report.ts'
import { NotPlayable } from './rehearsal-target.ts'
import { rehearse } from './rehearse.ts'

const log = (line: string) => process.stdout.write(`${line}\n`)

// A show is bounded: three times what its slowest turn takes, and a minute for the server.
const mostHallSeconds = (entries: number) => 3 * (90 * entries + 400)

async function main(): Promise<number> {
  if (process.argv.includes('--help')) {
    log(usage)
    return 0
  }
  const given = readArguments(process.argv.slice(2))
  const limitMs = 60_000 + (mostHallSeconds(given.entries) * 1000) / given.speed
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort(new NotPlayable('Stopped before the end.')))
  const late = setTimeout(() => stop.abort(new NotPlayable('The show did not come to its end in time.')), limitMs)
  try {
    const name = `Rehearsal, ${new Date().toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}`
    const played = await rehearse({ ...given, name, signal: stop.signal, log })
    for (const line of reportLines(played)) log(line)
    return played.stats.promises.broken().length === 0 ? 0 : 1
  } catch (failure) {
    throw stop.signal.aborted ? stop.signal.reason : failure
  } finally {
    clearTimeout(late)
  }
}

main()
  .catch((failure: Error) => {
    process.stderr.write(`${failure instanceof NotPlayable ? failure.message : failure.stack}\n`)
    return 2
  })
  .then((code) => process.exit(code))
