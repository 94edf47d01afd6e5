import { parseArgs } from 'node:util'
import { stopPostgres } from './bench-folder.ts'
import { startOn } from './built-server.ts'
import { machine } from './machine.ts'
import { benchCount } from './measures/ballot-count.ts'
import { benchBox } from './measures/ballots.ts'
import { benchSilence, benchSkewedClocks } from './measures/clocks.ts'
import { benchCue } from './measures/cue.ts'
import { growth } from './measures/growth.ts'
import { benchInstances } from './measures/instances.ts'
import { benchJoin } from './measures/join.ts'
import { benchJudgePage } from './measures/judge-page.ts'
import { benchLossy } from './measures/lossy.ts'
import { benchRanking } from './measures/ranking.ts'
import { benchRestart } from './measures/restart.ts'
import { benchScreens } from './measures/screens.ts'
import { benchSlides } from './measures/slides.ts'
import { benchTap } from './measures/tap.ts'

type Bench = { name: string; run: (runs: number, tiny: boolean) => Promise<object> }

/** `full` measures the published figures, `tiny` only checks that the bench still runs. */
function bench<Sizes>(
  name: string,
  run: (sizes: Sizes, runs: number) => Promise<object>,
  full: Sizes,
  tiny: Sizes,
): Bench {
  return { name, run: (runs, isTiny) => run(isTiny ? tiny : full, runs) }
}

const benches: Record<string, Bench> = {
  A: bench('a cue to 200 screens', benchCue, { screens: 200, cues: 20 }, { screens: 3, cues: 1 }),
  B: bench('200 phones join within 0.4 s', benchJoin, { joins: 200 }, { joins: 3 }),
  C: bench('200 judges score within a second', benchCount, { judges: 200 }, { judges: 3 }),
  D: bench('five seconds of silence', benchSilence, { silentMs: 5000 }, { silentMs: 3500 }),
  E: bench('killed and serving again', benchRestart, {}, {}),
  F: bench('a judge’s first load', benchJudgePage, { settleMs: 2000 }, { settleMs: 100 }),
  G: bench(
    'each ballot sent three times, 30 % of answers lost',
    benchLossy,
    { judges: 20, entries: 4 },
    { judges: 2, entries: 2 },
  ),
  H: bench('two screens a minute wrong', benchSkewedClocks, { seconds: 6 }, { seconds: 3 }),
  I: bench(
    '10,000 screens on one instance',
    benchScreens,
    { screens: 10_000, yardsticks: true },
    { screens: 3, yardsticks: true },
  ),
  J: bench('ballots a second beside pgbench', benchBox, { phones: 64, seconds: 2 }, { phones: 2, seconds: 0.1 }),
  K: bench(
    'three instances on one PostgreSQL',
    benchInstances,
    { instances: 3, screens: 20, cues: 20 },
    { instances: 2, screens: 2, cues: 1 },
  ),
  L: bench('ranking', benchRanking, { repeats: 31 }, { repeats: 1 }),
  M: bench('one ballot while twenty tap', benchTap, { judges: 20, seconds: 2 }, { judges: 2, seconds: 0.1 }),
  N: bench('a press → the first page of slides', benchSlides, { teams: 8, pages: 3 }, { teams: 1, pages: 2 }),
}

const mostMinutes = 4

async function measure(head: object, run: () => Promise<object>): Promise<boolean> {
  const on = machine()
  let timeout: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timeout = setTimeout(() => reject(new Error(`It took more than ${mostMinutes} minutes`)), mostMinutes * 60_000)
  })
  const figures = await Promise.race([run(), limit]).catch((failure: Error) => ({ failed: failure.message }))
  clearTimeout(timeout)
  process.stdout.write(`${JSON.stringify({ ...head, ...figures, machine: on })}\n`)
  return !('failed' in figures)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' }, tiny: { type: 'boolean', default: false } },
})
const [runs, { tiny }] = [values.tiny ? 1 : Number(values.runs), values]
const names = [...Object.keys(benches), 'GROWTH']
const requested = positionals.map((name) => name.toUpperCase())
const unknown = requested.filter((name) => !names.includes(name))
if (unknown.length > 0 || !(runs >= 1)) {
  process.stderr.write(`npm run bench -- [${names.join('|')}]… [--runs 5]\n`)
  process.exit(1)
}
if (tiny) startOn('postgres')
let whole = true
for (const name of requested.length > 0 ? requested : names) {
  const startedAt = performance.now()
  if (name === 'GROWTH')
    for (const { of, run } of growth(tiny)) whole = (await measure({ bench: 'growth', of }, run)) && whole
  else {
    const bench = benches[name]!
    process.stderr.write(`${name}: ${bench.name}…\n`)
    whole = (await measure({ bench: name, name: bench.name }, () => bench.run(runs, tiny))) && whole
  }
  process.stderr.write(`${name} took ${Math.round((performance.now() - startedAt) / 1000)} s\n`)
}
await stopPostgres()
process.exit(whole ? 0 : 1)
