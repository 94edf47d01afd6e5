import { computeMedian } from './fit/median.ts'
import type { Marks } from './marks.ts'
import type { TieBreak } from './ties.ts'

/** Each mark without its judge's leniency. */
export function byMedian(marks: Marks, leniency: Float64Array): TieBreak<'median'> {
  return {
    name: 'median',
    values: (group) =>
      group.map((entry) =>
        computeMedian(Float64Array.from(marksFor(marks, entry), ({ judge, mark }) => mark - leniency[judge]!)),
      ),
  }
}

/** By judges who marked both entries: comparisons won less those lost, over all rivals in the group. */
export function byHeadToHead(marks: Marks): TieBreak<'head-to-head'> {
  return {
    name: 'head-to-head',
    values: (group) => {
      const marksByEntry = group.map((entry) => new Map(marksFor(marks, entry).map(({ judge, mark }) => [judge, mark])))
      return marksByEntry.map((ownMarks) => {
        let netWins = 0
        for (const rival of marksByEntry)
          for (const [judge, mark] of ownMarks) {
            const difference = mark - (rival.get(judge) ?? mark)
            // Equal ballots can differ in the last bit of their mean.
            if (Math.abs(difference) > 1e-9) netWins += Math.sign(difference)
          }
        return netWins
      })
    },
  }
}

/**
 * Each vote lists entries, best first, and orders any group of which it lists every member; a vote on a tie that has changed since orders
 * nothing. The latest vote that applies wins.
 */
export function byCastingVote(votes: readonly (readonly number[])[]): TieBreak<'casting-vote'> {
  return {
    name: 'casting-vote',
    values: (group) => {
      const vote = votes.findLast((entries) => group.every((entry) => entries.includes(entry)))
      return group.map((entry) => (vote ? -vote.indexOf(entry) : 0))
    },
  }
}

function marksFor(marks: Marks, entry: number): { judge: number; mark: number }[] {
  const marksOfEntry: { judge: number; mark: number }[] = []
  for (let judge = 0; judge < marks.judges; judge++)
    for (let at = marks.judgeAt[judge]!; at < marks.judgeAt[judge + 1]!; at++)
      if (marks.entryOf[at] === entry) marksOfEntry.push({ judge, mark: marks.value[at]! })
  return marksOfEntry
}
