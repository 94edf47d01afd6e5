import { plural } from '../../api/rules/words/plural.ts'
import type { Criterion } from '../../api/schema/judging/criterion.ts'
import { type HeldBallot, isSaved } from '../ballot/held-ballot.ts'
import { clockTime } from '../core/words/clock-time.ts'

/** One ballot after scoring closed. `trouble`: it differs from what the judge entered. */
export type Outcome = { counted: boolean; trouble: boolean; words: string }

/**
 * Only a ballot that the server has acknowledged counts. `shown`: the team was on stage. `rubric`: the questions of `criteria` that count for
 * the places whatever else is open.
 */
export function outcomeOf(
  held: HeldBallot | undefined,
  criteria: Criterion[],
  rubric: Criterion[],
  shown: boolean,
): Outcome {
  if (!held) return { counted: false, trouble: false, words: 'Not scored' }
  const { saved, paper } = held
  const hasUnsavedEdit = !isSaved(held)
  if (saved?.complete) {
    const words = hasUnsavedEdit
      ? `Your last change came too late. What was saved ${clockTime(saved.savedAt)} counts`
      : 'Counted'
    return { counted: true, trouble: hasUnsavedEdit, words }
  }
  if (saved?.recused && (!hasUnsavedEdit || paper.recused))
    return { counted: false, trouble: false, words: 'You stepped aside' }
  if (hasUnsavedEdit && !paper.recused) {
    const why = shown ? 'it did not arrive before scoring closed' : 'this team was not called on stage'
    return { counted: false, trouble: true, words: `Not counted: ${why}` }
  }
  if (paper.recused) return { counted: false, trouble: false, words: 'You stepped aside' }
  const answeredCount = criteria.filter((criterion) => paper.scores[criterion.id] !== undefined).length
  // The questions of a challenge come last, and its ranking alone needs them.
  if (rubric[0] && rubric.every(({ id }) => saved?.scores[id] !== undefined))
    return { counted: true, trouble: true, words: 'Counted, with a question left open' }
  if (answeredCount === 0) return { counted: false, trouble: false, words: 'Not scored' }
  return {
    counted: false,
    trouble: true,
    words: `Not counted: ${answeredCount} of ${criteria.length} questions answered`,
  }
}

export function countedWords(counted: number): string {
  if (counted === 0) return 'None of your scores was complete, so none was counted.'
  return plural(counted, { one: 'Your score was counted.', other: `Your ${counted} scores were counted.` })
}
