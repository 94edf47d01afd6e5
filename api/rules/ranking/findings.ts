import type { Fit } from './fit/fit.ts'
import { type Certainty, chanceBeats, differenceVariance } from './fit/uncertainty.ts'
import type { JudgeReport } from './judges.ts'
import type { Marks } from './marks.ts'
import type { Finding } from './warnings.ts'

const FEWEST_BALLOTS = 3
const WEAK_LINK = 1.25
const TOO_CLOSE = 0.75

/** What the warnings are drawn from. `levelled` is the certainty of the levelled scores, whatever the method. */
export interface Evidence {
  marks: Marks
  fit: Fit
  components: number
  order: readonly number[]
  certainty: Certainty
  levelled: Certainty
  judges: readonly JudgeReport[]
  honoured: number
}

/** Every warning about a ranking, the ones about the whole first. */
export function findWarnings(evidence: Evidence): Finding[] {
  const { marks, components, judges } = evidence
  const found: Finding[] = []
  if (marks.judges === 1) found.push({ code: 'one-judge', judge: marks.judgeIndex[0]! })
  if (components > 1) found.push({ code: 'disconnected' })
  found.push(...tooClose(evidence), ...weakLink(evidence))
  marks.ballots.forEach((count, i) => {
    if (count < FEWEST_BALLOTS) found.push({ code: 'thin', entry: marks.entryIndex[i]! })
  })
  judges.forEach((report, j) => {
    const judge = marks.judgeIndex[j]!
    if (report.outOfLine) found.push({ code: 'judge-out-of-line', judge })
    if (report.constant) found.push({ code: 'judge-constant', judge })
  })
  return found
}

function tooClose({ marks, order, certainty, honoured }: Evidence): Finding[] {
  const found: Finding[] = []
  for (const place of new Set([1, honoured])) {
    const upper = order[place - 1]
    const lower = order[place]
    if (upper === undefined || lower === undefined) continue
    const chance = chanceBeats(certainty, upper, lower)
    const between = [marks.entryIndex[upper]!, marks.entryIndex[lower]!]
    if (chance < TOO_CLOSE) found.push({ code: 'too-close', entries: between, place, chance })
  }
  return found
}

/** Among the top four, a difference known much less well than the ballots alone would let it be. */
function weakLink({ marks, fit, order, levelled }: Evidence): Finding[] {
  const weights = new Float64Array(marks.entries)
  fit.weight.forEach((weight, at) => {
    weights[marks.entryOf[at]!]! += weight
  })
  const top = order.slice(0, 4)
  const loose = new Set<number>()
  top.forEach((i, place) => {
    for (const k of top.slice(place + 1)) {
      const atBest = fit.sigma ** 2 * (1 / weights[i]! + 1 / weights[k]!)
      if (differenceVariance(levelled.covariance, marks.entries, i, k) > WEAK_LINK * atBest) loose.add(i).add(k)
    }
  })
  if (loose.size === 0) return []
  return [{ code: 'weak-link', entries: top.filter((i) => loose.has(i)).map((i) => marks.entryIndex[i]!) }]
}
