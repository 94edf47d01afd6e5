import type { Fit } from './fit/fit.ts'
import { type Certainty, chanceBeats, differenceVariance } from './fit/uncertainty.ts'
import type { JudgeReport } from './judges.ts'
import type { Marks } from './marks.ts'
import type { Finding } from './warnings.ts'

const FEWEST_BALLOTS = 3
const WEAK_LINK = 1.25
const TOO_CLOSE = 0.75

/** `levelled`: the certainty of the levelled scores, whatever the method. */
export interface WarningInput {
  marks: Marks
  fit: Fit
  components: number
  order: readonly number[]
  certainty: Certainty
  levelled: Certainty
  judges: readonly JudgeReport[]
  announcedPlaces: number
}

export function findWarnings(input: WarningInput): Finding[] {
  const { marks, components, judges } = input
  const findings: Finding[] = []
  if (marks.judges === 1) findings.push({ code: 'one-judge', judge: marks.judgeIndex[0]! })
  if (components > 1) findings.push({ code: 'disconnected' })
  findings.push(...findTooClose(input), ...findWeakLink(input))
  marks.ballots.forEach((count, i) => {
    if (count < FEWEST_BALLOTS) findings.push({ code: 'thin', entry: marks.entryIndex[i]! })
  })
  judges.forEach((report, j) => {
    const judge = marks.judgeIndex[j]!
    if (report.outOfLine) findings.push({ code: 'judge-out-of-line', judge })
    if (report.constant) findings.push({ code: 'judge-constant', judge })
  })
  return findings
}

function findTooClose({ marks, order, certainty, announcedPlaces }: WarningInput): Finding[] {
  const findings: Finding[] = []
  for (const place of new Set([1, announcedPlaces])) {
    const upper = order[place - 1]
    const lower = order[place]
    if (upper === undefined || lower === undefined) continue
    const chance = chanceBeats(certainty, upper, lower)
    const between = [marks.entryIndex[upper]!, marks.entryIndex[lower]!]
    if (chance < TOO_CLOSE) findings.push({ code: 'too-close', entries: between, place, chance })
  }
  return findings
}

/** Among the top four: differences whose variance is well above what their own marks would give, because few judges saw both. */
function findWeakLink({ marks, fit, order, levelled }: WarningInput): Finding[] {
  const weights = new Float64Array(marks.entries)
  fit.weight.forEach((weight, at) => {
    weights[marks.entryOf[at]!]! += weight
  })
  const top = order.slice(0, 4)
  const weaklyLinked = new Set<number>()
  top.forEach((i, place) => {
    for (const k of top.slice(place + 1)) {
      const directVariance = fit.sigma ** 2 * (1 / weights[i]! + 1 / weights[k]!)
      if (differenceVariance(levelled.covariance, marks.entries, i, k) > WEAK_LINK * directVariance)
        weaklyLinked.add(i).add(k)
    }
  })
  if (weaklyLinked.size === 0) return []
  return [{ code: 'weak-link', entries: top.filter((i) => weaklyLinked.has(i)).map((i) => marks.entryIndex[i]!) }]
}
