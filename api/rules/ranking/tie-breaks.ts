import { medianOf } from './fit/median.ts'
import type { Marks } from './marks.ts'
import type { TieBreak } from './ties.ts'

/** The median of an entry's marks, each with its judge's leniency taken out. */
export function byMedian(marks: Marks, leniency: Float64Array): TieBreak<'median'> {
  return {
    name: 'median',
    values: (group) =>
      group.map((entry) =>
        medianOf(Float64Array.from(marksFor(marks, entry), ({ judge, mark }) => mark - leniency[judge]!)),
      ),
  }
}

/** Who was marked higher by judges who marked both: pairs of judge and rival won, less those lost, within the group. */
export function byHeadToHead(marks: Marks): TieBreak<'head-to-head'> {
  return {
    name: 'head-to-head',
    values: (group) => {
      const given = group.map((entry) => new Map(marksFor(marks, entry).map(({ judge, mark }) => [judge, mark])))
      return given.map((own) => {
        let won = 0
        for (const rival of given)
          for (const [judge, mark] of own) {
            const difference = mark - (rival.get(judge) ?? mark)
            // Equal ballots can differ in the last bit of their mean.
            if (Math.abs(difference) > 1e-9) won += Math.sign(difference)
          }
        return won
      })
    },
  }
}

/**
 * What the chair decided: each vote lists entries, best first, and settles any group whose every member it lists. A
 * vote on a tie that has since changed settles nothing. The latest vote goes before earlier ones.
 */
export function byCastingVote(votes: readonly (readonly number[])[]): TieBreak<'casting-vote'> {
  return {
    name: 'casting-vote',
    values: (group) => {
      const vote = votes.findLast((listed) => group.every((entry) => listed.includes(entry)))
      return group.map((entry) => (vote ? -vote.indexOf(entry) : 0))
    },
  }
}

function marksFor(marks: Marks, entry: number): { judge: number; mark: number }[] {
  const found: { judge: number; mark: number }[] = []
  for (let judge = 0; judge < marks.judges; judge++)
    for (let at = marks.judgeAt[judge]!; at < marks.judgeAt[judge + 1]!; at++)
      if (marks.entryOf[at] === entry) found.push({ judge, mark: marks.value[at]! })
  return found
}
