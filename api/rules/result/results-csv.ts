import type { Entry } from '../../schema/entry.ts'
import type { Criterion } from '../../schema/judging/criterion.ts'
import type { Result } from '../../schema/result.ts'
import { csvFile } from '../words/csv-file.ts'
import { tieWords } from './explain.ts'
import { distinctDecimals } from './shown-scores.ts'

/** CSV (RFC 4180), with a byte order mark so that Excel detects UTF-8. */
export function resultsCsv(
  criteria: Criterion[],
  entries: Pick<Entry, 'id' | 'team' | 'title' | 'organisations'>[],
  result: Result,
): string {
  const header = [
    'Rank',
    'Team',
    'Title',
    'Organisations',
    'Awards',
    'Score',
    'Tie decided by',
    'Raw mean',
    'Ballots',
    ...criteria.map(({ name }) => name),
  ]
  // A reader who may not read the scores of a challenge gets no standings of it.
  const challenges = (result.challenges ?? []).filter(({ standings }) => standings.length > 0)
  header.push(...challenges.map(({ name }) => `Challenge: ${name}`))
  const disqualified = result.disqualified ?? []
  if (disqualified.length > 0) header.push('Out of the awards')
  const entryCells = (entryId: string) => {
    const entry = entries.find(({ id }) => id === entryId)
    return [entry?.team, entry?.title, entry?.organisations.join('; ')]
  }
  const decimals = distinctDecimals(
    result.standings.flatMap(({ score }) => score ?? []),
    4,
  )
  const listedIds = new Set(result.standings.map(({ entryId }) => entryId))
  // With only the winners published: a row for each, with the announced figure.
  const winners = result.awards
    .toReversed()
    .flatMap(({ entryIds, rank, shownScore }) => entryIds.map((entryId) => ({ entryId, rank, shownScore })))
    .filter(({ entryId }, at, all) => !listedIds.has(entryId) && all.findIndex((row) => row.entryId === entryId) === at)
    .map(({ entryId, rank, shownScore }) => [
      rank,
      ...entryCells(entryId),
      awardNames(entryId, result),
      rank === null ? null : shownScore,
      ...new Array<null>(3 + criteria.length + challenges.length).fill(null),
    ])
  const rows = result.standings.map((standing, at) => {
    return [
      standing.rank,
      ...entryCells(standing.entryId),
      awardNames(standing.entryId, result),
      standing.score?.toFixed(decimals[at]),
      tieWords(standing, criteria),
      standing.rawMean?.toFixed(4),
      standing.ballots,
      ...criteria.map(({ id }) => standing.byCriterion[id]?.score?.toFixed(4)),
      ...challenges.map(({ standings }) =>
        standings.find(({ entryId }) => entryId === standing.entryId)?.score?.toFixed(4),
      ),
    ]
  })
  const disqualifiedRows = disqualified.map(({ entryId, reason }) => [
    null,
    ...entryCells(entryId),
    ...new Array<null>(5 + criteria.length + challenges.length).fill(null),
    reason,
  ])
  return csvFile([header, ...winners, ...rows, ...disqualifiedRows])
}

const awardNames = (entryId: string, { awards }: Pick<Result, 'awards'>) =>
  awards
    .filter((award) => award.entryIds.includes(entryId))
    .map((award) => award.name)
    .toReversed()
    .join('; ')
