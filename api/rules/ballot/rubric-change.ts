import type { Ballot } from '../../schema/ballot.ts'
import type { Cost } from '../../schema/judging/cost.ts'
import type { Criterion } from '../../schema/judging/criterion.ts'
import { isComplete } from './ballot.ts'
import { noCost } from './change-cost.ts'

type Marks = Pick<Criterion, 'id' | 'min' | 'max' | 'weight'>

const sameScale = (a: Marks, b: Marks) => a.min === b.min && a.max === b.max
const sameMarks = (a: Marks, b: Marks | undefined) => b?.id === a.id && sameScale(a, b) && a.weight === b.weight

/** The result depends on criteria, scales, weights and order (which breaks ties), not on words. */
export function rubricAction(before: Marks[], after: Marks[]): 'reword-rubric' | 'change-rubric' {
  const onlyWords =
    before.length === after.length && before.every((criterion, place) => sameMarks(criterion, after[place]))
  return onlyWords ? 'reword-rubric' : 'change-rubric'
}

/**
 * A criterion with a changed scale gets an id that no score has, so that a 4 of 5 in transit is not read as a 4 of 10. So does a new
 * criterion that would reuse an old id. `scored`: every id that has ever had a score.
 */
export function assignFreshIds(before: Marks[], after: Criterion[], scored: string[]): Criterion[] {
  const usedIds = new Set([
    ...scored,
    ...before.map((criterion) => criterion.id),
    ...after.map((criterion) => criterion.id),
  ])
  return after.map((criterion) => {
    const old = before.find(({ id }) => id === criterion.id)
    if (old ? sameScale(old, criterion) : !scored.includes(criterion.id)) return criterion
    let n = 2
    while (usedIds.has(`${criterion.id.slice(0, 36)}-${n}`)) n += 1
    const id = `${criterion.id.slice(0, 36)}-${n}`
    usedIds.add(id)
    return { ...criterion, id }
  })
}

/** The ballots that a change of their questions changes, and what that costs. */
export function refitBallots<B extends Pick<Ballot, 'scores' | 'recused' | 'complete'>>(
  ballots: B[],
  questionsBefore: (ballot: B) => Marks[],
  questionsAfter: (ballot: B) => Criterion[],
): { changed: B[]; cost: Cost } {
  const changed: B[] = []
  const cost = { ...noCost }
  for (const ballot of ballots) {
    const [before, after] = [questionsBefore(ballot), questionsAfter(ballot)]
    const remaining = Object.entries(ballot.scores).filter(([id]) => after.some((criterion) => criterion.id === id))
    const droppedCount = Object.keys(ballot.scores).length - remaining.length
    const scores = Object.fromEntries(remaining)
    const complete = isComplete({ scores, recused: ballot.recused }, after)
    cost.scores += droppedCount
    if (ballot.complete && !complete) cost.reopened += 1
    if (!ballot.complete && complete) cost.completed += 1
    if (droppedCount > 0 || complete !== ballot.complete) changed.push({ ...ballot, scores, complete })
    cost.reweighed ||=
      ballot.complete &&
      before.some(({ id, weight }) => after.some((criterion) => criterion.id === id && criterion.weight !== weight))
  }
  return { changed, cost }
}
