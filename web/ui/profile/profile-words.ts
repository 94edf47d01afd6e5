import type { Method } from '../../../api/schema/event.ts'
import type { TeamPack } from '../../../api/schema/feedback.ts'
import type { Criterion } from '../../../api/schema/judging/criterion.ts'

/** An entry's score on one question, in words and for the bar (`at` and `middle`: 0 to 1 along the scale). */
export type ProfileLine = {
  question: string
  about: string
  figure: string
  beside: string
  means: string
  at: number
  middle: number
}

export function profileLines(profile: TeamPack['profile'], criteria: Criterion[]): ProfileLine[] {
  return criteria.flatMap(({ id, name, description, min, max, levels }) => {
    const scoreLine = profile.find((line) => line.criterionId === id)
    if (!scoreLine || scoreLine.score === null || scoreLine.median === null) return []
    const place = (value: number) => Math.min(1, Math.max(0, (value - min) / (max - min)))
    const nearest = Math.min(max, Math.max(min, Math.round(scoreLine.score)))
    return {
      question: name,
      about: description,
      figure: `${scoreLine.score.toFixed(1)} out of ${max}`,
      beside: besideWords(scoreLine.score, scoreLine.median),
      means: levels[String(nearest)] ?? '',
      at: place(scoreLine.score),
      middle: place(scoreLine.median),
    }
  })
}

/** The question with the highest score on its scale; of equal ones, the one furthest above a typical team. None when all are equal. */
export function bestLine(lines: ProfileLine[]): ProfileLine | undefined {
  const sorted = [...lines].sort((a, b) => b.at - a.at || a.middle - b.middle)
  return sorted.some((line) => line.figure !== sorted[0]?.figure) ? sorted[0] : undefined
}

/** Compares the rounded figures, so that equal figures are called equal. */
function besideWords(score: number, median: number): string {
  const [own, middle] = [score.toFixed(1), median.toFixed(1)]
  if (own === middle) return `as a typical team did`
  return `a typical team scored ${middle}`
}

export const figuresAre: Record<Method, string> = {
  levelled:
    'Each figure is the average of your judges’ marks, with each judge’s habitual harshness or generosity taken out. The upright line is a typical team (the median) on that question.',
  mean: 'Each figure is the plain average of your judges’ marks. The upright line is a typical team (the median) on that question.',
}

export function commentsWords({ comments, commentsAre }: Pick<TeamPack, 'comments' | 'commentsAre'>): string {
  if (commentsAre === 'removed') return 'The judges’ comments were removed together with the people’s data.'
  if (commentsAre === 'reading')
    return comments.length > 0
      ? 'The organiser is still reading the judges’ comments. There may be more later.'
      : 'The organiser reads the judges’ comments first. Look again later.'
  return comments.length > 0 ? '' : 'The judges left no comments to pass on.'
}
