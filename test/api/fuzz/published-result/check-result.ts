import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { tieWords } from '../../../../api/rules/result/explain.ts'
import type { TeamPack } from '../../../../api/schema/feedback.ts'
import type { Award, Result, Standing } from '../../../../api/schema/result.ts'
import { chairWordsOf } from '../../../../web/core/words/award-words.ts'
import { profileLines } from '../../../../web/ui/profile/profile-words.ts'
import { rankArchive } from '../../../support/rank-archive.ts'
import type { ReaderSources, ResultSources } from '../../../support/result-sources.ts'
import { ballotKey, criteria, type ExpectedBallot, type PlayedPanel } from './play-panel.ts'

const tolerance = 1e-6
const isEqual = (a: number, b: number) => Math.abs(a - b) <= tolerance
const idsOf = ({ event }: Pick<PlayedPanel, 'event'>, entries: Iterable<number>) =>
  [...entries].map((entry) => event.entries[entry]!.id)

export function countedBallots({ event, expected }: Pick<PlayedPanel, 'event' | 'expected'>) {
  return event.judges
    .flatMap(({ id: judgeId }, judge) =>
      event.entries.flatMap(({ id: entryId }, entry) => {
        const ballot = expected.ballots.get(ballotKey(judge, entry))
        const counts = ballot && !expected.removed.has(judge) && !expected.disqualified.has(entry)
        return counts ? { judgeId, entryId, ...ballot } : []
      }),
    )
    .sort((a, b) => (`${a.judgeId} ${a.entryId}` < `${b.judgeId} ${b.entryId}` ? -1 : 1))
}
export const isComplete = ({ scores, recused }: ExpectedBallot) =>
  !recused && scores.use !== undefined && scores.show !== undefined

export function checkSources(played: PlayedPanel, sources: ResultSources, publishes: 'winners' | 'everything'): void {
  const { result } = sources.archive.released!
  checkCounted(played, sources)
  checkRanking(played, sources)
  checkStandings(result)
  checkAwards(played, result)
  checkCastingVotes(sources)
  checkReveal(sources)
  checkOrganiser(played, sources)
  for (const { entry, ...pack } of sources.packs) checkPack(result, entry.id, pack)
  checkComments(played, sources)
  checkReader(played, result, sources.everyone, { publishes, ownEntryId: null })
  for (const { entryId, pack, ...reader } of sources.teams) {
    expect(pack).toEqual(sources.packs.find(({ entry }) => entry.id === entryId))
    checkReader(played, result, reader, { publishes, ownEntryId: entryId })
  }
  for (const file of sources.publishedFiles) expect(file.released).toEqual(sources.archive.released)
}

function checkCounted(played: PlayedPanel, { archive, organiser }: ResultSources): void {
  const { expected, event } = played
  const { result, counted, digest } = archive.released!
  const ballots = countedBallots(played)
  const complete = ballots.filter(isComplete)
  expect(
    counted!.ballots.map(({ judgeId, entryId, scores, recused, complete, source }) => ({
      ...{ judgeId, entryId, scores, recused, complete, source },
    })),
  ).toEqual(
    ballots.map(({ judgeId, entryId, scores, recused, paper, edit }) => ({
      ...{ judgeId, entryId, scores, recused, source: paper ? 'paper' : 'phone' },
      complete: isComplete({ scores, recused, paper, edit }),
    })),
  )
  const removedJudges = expected.removed.size - expected.merged.size
  expect(result.counted).toEqual({
    ballots: complete.length,
    recusals: ballots.filter(({ recused }) => recused).length,
    judges: new Set(complete.map(({ judgeId }) => judgeId)).size,
    paper: complete.filter(({ paper }) => paper).length,
    removedJudges,
    ...(expected.disqualified.size > 0 && { disqualified: expected.disqualified.size }),
  })
  expect(organiser.record.removedJudges).toBe(removedJudges)
  expect(organiser.record.times.reopened).toHaveLength(expected.reopenings)
  expect(result.disqualified!.toSorted(byEntry)).toEqual(
    [...expected.disqualified].map(([n, reason]) => ({ entryId: event.entries[n]!.id, reason })).sort(byEntry),
  )
  expect(result.method).toBe(expected.method)
  const hash = createHash('sha256')
  for (const { judgeId, entryId, scores, recused, editedAt } of counted!.ballots) {
    const sorted = Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1))
    hash.update(`${JSON.stringify([judgeId, entryId, sorted, recused, editedAt])}\n`)
  }
  expect([digest, result.digest]).toEqual(new Array(2).fill(hash.digest('hex')))
}

const byEntry = (a: { entryId: string }, b: { entryId: string }) => (a.entryId < b.entryId ? -1 : 1)

type Placing = Pick<Standing, 'entryId' | 'rank' | 'score' | 'rawMean' | 'ballots' | 'byCriterion' | 'partedFromAbove'>
export const placing = ({
  entryId,
  rank,
  score,
  rawMean,
  ballots,
  byCriterion,
  partedFromAbove,
}: Placing): Placing => ({
  ...{ entryId, rank, score, rawMean, ballots, byCriterion, partedFromAbove },
})

/** `rank` on the archive gives the result again: from what counted, whatever became of the judges since, and from the archive's own ballots. */
function checkRanking(played: PlayedPanel, { archive, ranking }: ResultSources): void {
  const { standings } = archive.released!.result
  const expectedPlaces = standings.map(placing)
  expect(ranking.standings.map(placing)).toEqual(expectedPlaces)
  const judges = archive.judges.map((judge) => ({ ...judge, status: 'removed' }))
  expect(rankArchive({ ...archive, judges }).standings).toEqual(ranking.standings)
  expect(rankArchive({ ...archive, released: null }).standings).toEqual(ranking.standings)
  const complete = countedBallots(played).filter(isComplete)
  for (const { entryId, rawMean, ballots, byCriterion } of standings) {
    const own = complete.filter((ballot) => ballot.entryId === entryId)
    expect(ballots).toBe(own.length)
    const mean = (value: (scores: ExpectedBallot['scores']) => number) =>
      own.length === 0 ? null : own.reduce((sum, { scores }) => sum + value(scores), 0) / own.length
    expectNear(
      rawMean,
      mean(({ use, show }) => (2 * use! + show!) / 3),
    )
    for (const id of ['use', 'show'] as const)
      expectNear(
        byCriterion[id]!.rawMean,
        mean((scores) => scores[id]!),
      )
  }
  const excluded = [...played.expected.disqualified.keys(), ...played.expected.warmUps]
  const ranked = played.event.entries.filter((_, n) => !excluded.includes(n)).map(({ id }) => id)
  expect(standings.map(({ entryId }) => entryId).sort()).toEqual(ranked.sort())
}

function expectNear(actual: number | null, expectedLines: number | null): void {
  if (actual === null || expectedLines === null) expect(actual).toBe(expectedLines)
  else expect(Math.abs(actual - expectedLines)).toBeLessThan(tolerance)
}

function checkStandings({ standings, method, scale, awards }: Result): void {
  const named = awards.flatMap(({ castingVote, entryIds }) => (castingVote && entryIds.length > 1 ? [entryIds] : []))
  const ranked = standings.flatMap(({ rank, score, ...rest }) =>
    rank === null || score === null ? [] : { ...rest, rank, score },
  )
  expect(standings.slice(0, ranked.length).every(({ rank }) => rank !== null)).toBe(true)
  for (const [n, own] of ranked.entries()) {
    const { entryId, rank, score, shownScore, partedFromAbove, explanation, tiedWith, rawMean } = own
    expect(rank).toBe(1 + ranked.filter((other) => other.rank < rank).length)
    if (method === 'mean') expectNear(score, rawMean)
    if (shownScore !== null) {
      expect(Number(shownScore)).toBeGreaterThanOrEqual(scale.lo)
      expect(Number(shownScore)).toBeLessThanOrEqual(scale.hi)
      expect(explanation).toContain(shownScore)
    }
    expect(tiedWith.toSorted()).toEqual(
      ranked
        .filter((other) => other.entryId !== entryId && isEqual(other.score, score))
        .map((other) => other.entryId)
        .sort(),
    )
    for (const other of ranked.slice(n + 1)) {
      const joint = named.some((ids) => ids.includes(entryId) && ids.includes(other.entryId))
      if (other.rank === rank) expect(isEqual(score, other.score) || joint || isBeyond(awards, rank)).toBe(true)
      else if (!isEqual(score, other.score)) {
        expect(score).toBeGreaterThan(other.score)
        if (shownScore !== null) expect(other.shownScore).not.toBe(shownScore)
      }
    }
    // The tie-break that is named separates the entry from one of equal score above it.
    const above = ranked.filter((other) => other.rank < rank && isEqual(other.score, score))
    expect([entryId, partedFromAbove !== null]).toEqual([entryId, above.length > 0])
    const words = tieWords(own, criteria)
    if (words) expect(explanation).toContain(`score was equal to another team’s; ${words} decided.`)
    else expect(explanation).not.toContain('equal')
    if (words) expect(tiedWith).not.toEqual([])
  }
}

const isBeyond = (awards: Award[], rank: number) => !awards.some((award) => award.rank === rank)

function checkAwards({ event, expected }: PlayedPanel, { standings, awards, scale }: Result): void {
  const prizes = expected.prizes
    .map((entries) =>
      idsOf(
        { event },
        entries.filter((entry) => !expected.disqualified.has(entry)),
      ),
    )
    .map((entryIds, n) => ({ name: `Prize ${n}`, entryIds }))
    .filter(({ entryIds }) => entryIds.length > 0)
  const ofKind = (kind: Award['kind']) => awards.filter((award) => award.kind === kind)
  expect(ofKind('prize').map(({ name, entryIds }) => ({ name, entryIds }))).toEqual(prizes)

  const scored = standings.filter(({ score }) => score !== null)
  expect(ofKind('criterion').map(({ criterionId }) => criterionId)).toEqual(
    scored.length > 0 ? criteria.map(({ id }) => id).filter((id) => expected.criterionAwards.includes(id)) : [],
  )
  for (const { criterionId, entryIds, score } of ofKind('criterion')) {
    const best = Math.max(...scored.map(({ byCriterion }) => byCriterion[criterionId!]!.score!))
    expectNear(score, best)
    expect(entryIds.toSorted()).toEqual(
      scored
        .filter(({ byCriterion }) => isEqual(byCriterion[criterionId!]!.score!, best))
        .map(({ entryId }) => entryId)
        .sort(),
    )
  }

  const ranks = [...new Set(scored.map(({ rank }) => rank!))].filter((rank) => rank <= expected.places)
  expect(ofKind('place').map(({ rank }) => rank)).toEqual(ranks.sort((a, b) => b - a))
  for (const { rank, name, entryIds, shownScore, ballots, tieBrokenBy, scaleMax, castingVote } of ofKind('place')) {
    const here = scored.filter((standing) => standing.rank === rank)
    expect(entryIds).toEqual(here.map(({ entryId }) => entryId))
    expect(/joint/i.test(name)).toBe(here.length > 1)
    expect(name.startsWith(rank === 1 ? (here.length > 1 ? 'Joint winners' : 'Winner') : '')).toBe(true)
    if (shownScore !== null) expect(here.map((standing) => standing.shownScore)).toEqual(here.map(() => shownScore))
    if (shownScore !== null) expect(scaleMax).toBe(scale.hi)
    if (ballots !== null) expect(here.map((standing) => standing.ballots)).toEqual([ballots])
    if (tieBrokenBy !== null) for (const { tiedWith } of here) expect(tiedWith).not.toEqual([])
    if (castingVote)
      expect(chairWordsOf({ castingVote, entryIds })).toContain(here.length > 1 ? 'joint' : 'casting vote')
  }
}

function checkCastingVotes({ organiser: { record }, archive }: ResultSources): void {
  const { standings, awards } = archive.released!.result
  const rankOf = (entryId: string) => standings.find((standing) => standing.entryId === entryId)?.rank ?? null
  expect(record.castingVotes).toHaveLength(archive.castingVotes.length)
  for (const { entryIds, joint, counts } of record.castingVotes) {
    const ranks = entryIds.map(rankOf).filter((rank) => rank !== null)
    const holds = joint
      ? ranks.length === entryIds.length && new Set(ranks).size === 1
      : new Set(ranks).size > 1 && ranks.every((rank, n) => n === 0 || rank >= ranks[n - 1]!)
    if (counts) expect([joint, ranks, holds]).toEqual([joint, ranks, true])
  }
  for (const { entryIds, castingVote, rank, kind } of awards) {
    if (kind !== 'place') continue
    const joint = entryIds.length > 1
    const naming = record.castingVotes.filter(
      (vote) => vote.counts && vote.joint === joint && entryIds.every((id) => vote.entryIds.includes(id)),
    )
    expect([rank, castingVote]).toEqual([
      rank,
      naming.length > 0 ? { by: naming.at(-1)!.by, reason: naming.at(-1)!.reason } : null,
    ])
  }
}

function checkReveal({ reveal, archive }: ResultSources): void {
  const { steps, result } = archive.released!
  expect(reveal.shown).toEqual(steps)
  expect(reveal.step).toBe(reveal.of)
  expect(steps.flatMap((step) => (step.kind === 'award' ? [step.award] : []))).toEqual(result.awards)
  expect(steps.at(-1)).toMatchObject({ kind: 'winners', awards: result.awards.toReversed() })
}

function rowsByTeam(csv: string): Map<string, Record<string, string>> {
  const [head, ...rows] = csv
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
  return new Map(rows.map((row) => [row[1]!, Object.fromEntries(head!.map((name, at) => [name, row[at]!]))]))
}

function checkOrganiser({ event }: PlayedPanel, { organiser, archive }: ResultSources): void {
  const { result } = archive.released!
  expect(organiser.results).toEqual(result)
  expect(organiser.record.result).toEqual(result)
  const rows = rowsByTeam(organiser.csv)
  const out = new Map(result.disqualified!.map(({ entryId, reason }) => [entryId, reason]))
  for (const { id, team } of event.entries) {
    const standing = result.standings.find(({ entryId }) => entryId === id)
    const row = rows.get(team)
    // A warm-up has no standing, and may have a prize.
    if (standing || out.has(id)) checkRow(result, row!, id, standing, out.get(id))
    else checkAwardRow(result, row, id)
  }
}

function checkRow(result: Result, row: Record<string, string>, id: string, standing?: Standing, reason = ''): void {
  const near = (cell: string | undefined, value: number | null | undefined, digits: number) =>
    expect(cell === '' ? null : Math.abs(Number(cell) - (value ?? Number.NaN)) <= 0.5 * 10 ** -digits + 1e-9).toBe(
      value === null || value === undefined ? null : true,
    )
  expect(row.Rank).toBe(String(standing?.rank ?? ''))
  expect(row.Ballots).toBe(String(standing?.ballots ?? ''))
  near(row.Score, standing?.score, 4)
  near(row['Raw mean'], standing?.rawMean, 4)
  near(row.Use, standing?.byCriterion.use?.score, 4)
  near(row.Show, standing?.byCriterion.show?.score, 4)
  expect(row['Tie decided by']).toBe(standing ? tieWords(standing, criteria) : '')
  expect(row.Awards!.split('; ').filter(Boolean).sort()).toEqual(
    awardsOf(result, id)
      .map(({ name }) => name)
      .sort(),
  )
  expect(row['Out of the awards'] ?? '').toBe(reason)
}

function checkAwardRow(result: Result, row: Record<string, string> | undefined, id: string): void {
  const awards = awardsOf(result, id)
  const place = awards.find(({ kind }) => kind === 'place')
  expect(row && [row.Rank, row.Score, row.Awards!.split('; ').sort()]).toEqual(
    awards.length === 0
      ? undefined
      : [String(place?.rank ?? ''), place?.shownScore ?? '', awards.map(({ name }) => name).sort()],
  )
}

const awardsOf = ({ awards }: Result, entryId: string) => awards.filter(({ entryIds }) => entryIds.includes(entryId))

function checkPack(result: Result, entryId: string, pack: Omit<TeamPack, 'entry'>): void {
  const standing = result.standings.find((found) => found.entryId === entryId)
  expect(pack.awards.map(({ id }) => id).sort()).toEqual(
    awardsOf(result, entryId)
      .map(({ id }) => id)
      .sort(),
  )
  expect(pack.ballots).toBe(standing?.ballots ?? 0)
  expect(pack.disqualified).toBe(result.disqualified!.find((out) => out.entryId === entryId)?.reason ?? null)
  const figures = profileLines(
    pack.profile,
    criteria.map((criterion) => ({ ...criterion, description: '', levels: {} })),
  )
  const expectedLines = criteria.flatMap(({ id, min, max }) => {
    const score = standing?.byCriterion[id]?.score ?? null
    return score === null ? [] : `${Math.min(max, Math.max(min, score)).toFixed(1)} out of ${max}`
  })
  expect(figures.map(({ figure }) => figure)).toEqual(expectedLines)
  if (standing?.shownScore) expect(pack.explanation).toContain(standing.shownScore)
  const words = standing ? tieWords(standing, criteria) : ''
  if (words) expect(pack.explanation).toContain(`Your score was equal to another team’s; ${words} decided.`)
}

function checkComments({ event, expected }: PlayedPanel, { packs }: ResultSources): void {
  for (const { entry, comments } of packs)
    for (const words of comments) {
      const [judge, n] = words.replace('Comment ', '').split(' ').map(Number)
      expect(event.entries[n!]!.id).toBe(entry.id)
      expect([...expected.ballots.keys()]).toContain(ballotKey(judge!, n!))
    }
}

function checkReader(
  { event }: PlayedPanel,
  result: Result,
  { results, record, csv }: ReaderSources,
  { publishes, ownEntryId }: { publishes: 'winners' | 'everything'; ownEntryId: string | null },
): void {
  const everything = publishes === 'everything'
  const visible = result.standings.filter(({ entryId }) => everything || entryId === ownEntryId)
  const named = new Set(
    everything ? event.entries.map(({ id }) => id) : result.awards.flatMap(({ entryIds }) => entryIds),
  )
  if (ownEntryId !== null) named.add(ownEntryId)
  expect(record.result).toEqual(results)
  expect(results.awards).toEqual(result.awards)
  expect(results.counted).toEqual(result.counted)
  expect(results.standings.map(placing)).toEqual(visible.map(placing))
  expect(results.disqualified).toEqual(
    result.disqualified!.filter(({ entryId }) => everything || entryId === ownEntryId),
  )
  const rows = rowsByTeam(csv)
  for (const { id, team } of event.entries) {
    const standing = visible.find(({ entryId }) => entryId === id)
    const reason = results.disqualified!.find(({ entryId }) => entryId === id)?.reason
    const row = rows.get(team)
    if (standing || reason !== undefined) checkRow(result, row!, id, standing, reason)
    else checkAwardRow(result, row, id)
    if (named.has(id)) continue
    expect(row).toBeUndefined()
    expect(JSON.stringify([results, record])).not.toContain(id)
  }
}
