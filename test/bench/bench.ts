import { benchSilence, benchSkewedClocks } from './clocks.ts'
import { benchCount, benchCue, benchJoin, benchRestart, benchTap } from './feed.ts'
import { benchJudgePage } from './judge-page.ts'
import { benchRanking } from './ranking.ts'
import { machine } from './stats.ts'

/** By the letters of the figures to reach; each starts what it needs and stops it. */
const benches: Record<string, { name: string; run: () => Promise<object> }> = {
  A: { name: 'a cue to 200 screens', run: benchCue },
  B: { name: '200 phones join within 0.4 s', run: benchJoin },
  C: { name: '200 judges score within a second', run: benchCount },
  D: { name: 'five seconds of silence', run: benchSilence },
  E: { name: 'killed and serving again', run: benchRestart },
  F: { name: 'a judge’s first load', run: benchJudgePage },
  H: { name: 'two screens a minute wrong', run: benchSkewedClocks },
  L: { name: 'ranking', run: benchRanking },
  M: { name: 'one ballot while twenty tap', run: benchTap },
}

const asked = process.argv.slice(2).map((name) => name.toUpperCase())
const unknown = asked.filter((name) => !(name in benches))
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(', ')}. There are ${Object.keys(benches).join(', ')}.\n`)
  process.exit(1)
}
for (const letter of asked.length > 0 ? asked : Object.keys(benches)) {
  const { name, run } = benches[letter]!
  process.stdout.write(`${JSON.stringify({ bench: letter, name, ...(await run()), machine: machine() })}\n`)
}
process.exit(0)
