import type { CountedInput, Result } from '../../schema/result.ts'
import { computeRevealSteps } from '../result/awards.ts'
import { toCountedChallenge } from '../result/challenges.ts'
import { computeResult } from '../result/result.ts'
import type { ArchiveParts } from './archive-parts.ts'
import type { FaultList } from './faults.ts'
import { isAlike } from './is-alike.ts'

const pointer = '/released'

/** Recomputes the fixed result from the counted input, and that from the event. Earlier releases stored no input: then only the ids are checked. */
export function checkReleased(archive: ArchiveParts, ballotsDigest: string | null, list: FaultList): void {
  const { released } = archive
  if (!released) return
  const { result, counted, digest, steps } = released
  checkNames(archive, result, list)
  if (list.faults.length > 0) return
  if (counted) {
    list.expectUnique(counted.entryIds, (at) => `${pointer}/counted/entryIds/${at}`, 'This entry is listed twice')
    const wanted = countedOf(archive, counted)
    for (const name of Object.keys(wanted) as (keyof typeof wanted)[])
      list.expect(
        `${pointer}/counted/${name}`,
        isAlike(counted[name], wanted[name]),
        'This is not what the event holds',
      )
    list.expect(
      `${pointer}/digest`,
      digest === ballotsDigest,
      'This is not the fingerprint of the ballots that counted',
    )
    list.expect(`${pointer}/result/digest`, result.digest === digest, 'This is not the fingerprint of the ballots')
    if (list.faults.length > 0) return
    const computed = computeResult(inputOf(archive, counted), digest, result.computedAt)
    for (const name of [
      'standings',
      'awards',
      'challenges',
      'passedOver',
      'disqualified',
      'method',
      'scale',
      'counted',
    ] as const)
      checkAlike(`${pointer}/result/${name}`, comparable(result)[name], comparable(computed)[name], list)
  }
  const places = Math.min(archive.event.places, result.standings.length)
  const announced = (step: (typeof steps)[number]) => (step.kind === 'award' ? [step.award] : step.awards)
  checkAlike(`${pointer}/steps`, steps.map(announced), computeRevealSteps(result.awards, places).map(announced), list)
}

function checkNames(
  { entries }: ArchiveParts,
  { standings, awards, disqualified = [] }: Result,
  list: FaultList,
): void {
  const known = new Set(entries.map(({ id }) => id))
  const named = [
    ...standings.map(({ entryId }, at): [string, string] => [`standings/${at}/entryId`, entryId]),
    ...disqualified.map(({ entryId }, at): [string, string] => [`disqualified/${at}/entryId`, entryId]),
    ...awards.flatMap(({ entryIds }, at) => entryIds.map((id): [string, string] => [`awards/${at}/entryIds`, id])),
  ]
  for (const [where, id] of named)
    list.expect(`${pointer}/result/${where}`, known.has(id), 'This entry is not part of the event')
}

/** The input that follows from the event's settings, which cannot change once the result is fixed. */
function countedOf({ event, entries, judges, castingVotes }: ArchiveParts, counted: CountedInput) {
  const challengeOnlyIds = judges
    .filter(({ challengeOnly }) => challengeOnly)
    .map(({ id }) => id)
    .sort()
  const scored = entries.filter(({ warmUp, disqualified }) => !warmUp && disqualified === null).map(({ id }) => id)
  return {
    criteria: event.criteria.map(({ id, min, max, weight }) => ({ id, min, max, weight })),
    method: event.method,
    places: event.places,
    // The running order may have changed since then.
    entryIds: hasSameIds(counted.entryIds, scored) ? counted.entryIds : scored,
    votes: castingVotes.map(({ entryIds, joint }) => ({ entryIds, joint })),
    challenges: event.challenges.length > 0 ? event.challenges.map(toCountedChallenge) : undefined,
    challengeOnlyIds: challengeOnlyIds.length > 0 ? challengeOnlyIds : undefined,
  }
}

const hasSameIds = (a: string[], b: string[]) => a.length === b.length && new Set([...a, ...b]).size === b.length

function inputOf({ event, entries, judges, prizes, castingVotes }: ArchiveParts, counted: CountedInput) {
  return {
    ...{ event, counted, prizes, votes: castingVotes },
    removedJudges: judges.filter(({ status, mergedInto }) => status === 'removed' && mergedInto === null).length,
    disqualified: entries.flatMap(({ id: entryId, disqualified: reason, warmUp }) =>
      reason === null || warmUp ? [] : { entryId, reason },
    ),
  }
}

/** Leaves out the sentences, which another release may word differently. */
function comparable(result: Result) {
  const { standings, awards, challenges = [], passedOver = [], disqualified = [], method, scale, counted } = result
  return {
    standings: standings.map(({ explanation: _, tiedWith: __, ...standing }) => standing),
    ...{ awards, challenges, passedOver },
    disqualified: disqualified.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1)),
    ...{ method, scale, counted },
  }
}

function checkAlike(where: string, stated: unknown, computed: unknown, list: FaultList): void {
  const areLists = Array.isArray(stated) && Array.isArray(computed) && stated.length === computed.length
  if (!areLists) list.expect(where, isAlike(stated, computed), 'This does not follow from what counted')
  else for (const [at, item] of stated.entries()) checkAlike(`${where}/${at}`, item, computed[at], list)
}
