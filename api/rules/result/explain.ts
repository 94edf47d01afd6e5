import type { Method } from '../../schema/event.ts'
import type { Criterion } from '../../schema/judging/criterion.ts'
import type { Standing } from '../../schema/result.ts'
import { countOf } from '../words/plural.ts'

type Criteria = readonly Pick<Criterion, 'id' | 'name'>[]

/** The tie-break in words: “the score for “Use””. */
export function tieBreakWords(tieBrokenBy: string, criteria: Criteria): string {
  if (tieBrokenBy === 'median') return 'the median mark'
  if (tieBrokenBy === 'head-to-head') return 'the marks of judges who scored both'
  if (tieBrokenBy === 'casting-vote') return 'the chair’s casting vote'
  const criterionId = tieBrokenBy.replace(/^criterion:/, '')
  return `the score for “${criteria.find(({ id }) => id === criterionId)?.name ?? criterionId}”`
}

export function tieWords(
  { partedFromAbove, tieBrokenBy }: Partial<Pick<Standing, 'partedFromAbove' | 'tieBrokenBy'>>,
  criteria: Criteria,
): string {
  const tieBreak = partedFromAbove ?? tieBrokenBy
  return tieBreak ? tieBreakWords(tieBreak, criteria) : ''
}

type ExplainedStanding = Pick<
  Standing,
  'score' | 'rawMean' | 'shownScore' | 'ballots' | 'partedFromAbove' | 'tieBrokenBy'
>

export function explain(
  standing: ExplainedStanding,
  method: Method,
  criteria: Criteria,
  reader: 'team' | 'everyone',
): string {
  const { score, rawMean, shownScore, ballots } = standing
  const you = reader === 'team'
  if (score === null || rawMean === null)
    return `No judge finished a ballot for ${you ? 'you' : 'this team'}, so ${you ? 'you have' : 'it has'} no place.`
  const judges = countOf(ballots, 'judge')
  const tie = tieWords(standing, criteria)
  const tieSentence = tie && ` ${you ? 'Your' : 'Its'} score was equal to another team’s; ${tie} decided.`
  const figure = shownScore ?? 'beyond the end of the scale'
  const near = Math.abs(score - rawMean) < 0.005
  if (method === 'mean' || near)
    return `The average of ${judges}: ${figure}.${method === 'mean' ? '' : ' No adjustment was needed.'}${tieSentence}`
  const saw = you ? 'you' : 'this team'
  return `Adjusted for which judges saw ${saw}: ${judges}, plain average ${rawMean.toFixed(2)}, adjusted ${figure}.${tieSentence}`
}
