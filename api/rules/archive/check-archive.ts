import type { ArchivedItem } from '../../schema/archive/archive.ts'
import type { EventLimits } from '../../schema/limits.ts'
import { checkChallenges } from '../ballot/challenge-change.ts'
import { checkCriteria, checkCriterionAwards } from '../event/event.ts'
import { checkEntryCount, checkPanelCount } from '../event/event-limits.ts'
import { findPhaseRefusal } from '../permissions.ts'
import {
  checkPicture,
  entryPictureLimits,
  eventPictureLimits,
  type PictureLimits,
  slideLimits,
} from '../pictures/picture.ts'
import { Invalid, refuse } from '../refusal.ts'
import { checkPrizeEntries } from '../result/awards.ts'
import type { ArchiveParts, ArchiveSource } from './archive-parts.ts'
import { checkBallots } from './check-ballots.ts'
import { checkReleased } from './check-released.ts'
import { checkShow, phaseAfter } from './check-show.ts'
import { createFaultList, type FaultList } from './faults.ts'

export type ArchiveContext = {
  limits: EventLimits
  decode: (base64: string) => Uint8Array
  /** SHA-256 of the counted ballots in the archive; null where it has none. */
  ballotsDigest: string | null
}

/**
 * Refuses an archive with content that no event could have, with every place that breaks a rule of the API. The schema has checked each
 * field's shape before.
 */
export async function checkArchive(source: ArchiveSource, context: ArchiveContext): Promise<void> {
  const list = createFaultList()
  const parts: ArchiveParts = {
    ...{ event: source.event, picture: source.picture, released: source.released },
    entries: await readWhole(source.read('entries')),
    judges: await readWhole(source.read('judges')),
    prizes: await readWhole(source.read('prizes')),
    castingVotes: await readWhole(source.read('castingVotes')),
  }
  checkSettings(parts, list)
  checkEntries(parts, context.limits, list)
  checkJudges(parts, context.limits, list)
  checkAwards(parts, list)
  checkShow(parts, await phaseAfter(source.read('history.event')), list)
  await checkBallots(parts, source, list)
  await checkPictures(parts, source.read('entryPictures'), context.decode, list)
  await checkSlides(parts, source.read('entrySlides'), context.decode, list)
  // The result is computed from the other parts, so they must be valid first.
  if (list.faults.length === 0) checkReleased(parts, context.ballotsDigest, list)
  if (list.faults.length > 0) throw new Invalid(list.faults)
}

async function readWhole<Item>(batches: AsyncIterable<Item[]>): Promise<Item[]> {
  const items: Item[] = []
  for await (const batch of batches) items.push(...batch)
  return items
}

function checkSettings({ event, entries, judges }: ArchiveParts, { check }: FaultList): void {
  check('/event', () => checkCriteria(event.criteria))
  check('/event', () => checkCriterionAwards(event))
  check('/event', () => {
    checkCriteria([...event.criteria, ...event.challenges.flatMap(({ criteria }) => criteria)])
    checkChallenges({ challenges: event.challenges, challengeOnlyIds: [] }, entries, judges)
  })
}

function checkEntries(
  { event, entries }: ArchiveParts,
  limits: EventLimits,
  { check, expect, expectUnique }: FaultList,
): void {
  check('/entries', () => checkEntryCount(limits, entries.length))
  expectUnique(
    entries.map(({ id }) => id),
    (at) => `/entries/${at}/id`,
    'Two entries have the same id',
  )
  const codes = [...event.retiredEntryCodes, ...entries.map(({ code }) => code)]
  expectUnique(
    codes.filter((code) => code !== null),
    () => '/entries',
    'Two entries have the same code',
  )
  const slots = new Set<number>()
  for (const [at, { slot, warmUp, disqualified }] of entries.entries()) {
    const isFree = slot >= 1 && slot <= entries.length && !slots.has(slot)
    expect(`/entries/${at}/slot`, isFree, `The places of the running order are 1 to ${entries.length}, each once`)
    slots.add(slot)
    if (disqualified === null) continue
    check(`/entries/${at}/disqualified`, () => {
      if (warmUp) refuse('warm-up')
      const refusal = findPhaseRefusal('disqualify-entry', event.phase)
      // From the reveal on the phase refuses a new disqualification, but an earlier one stays.
      if (event.phase === 'setup' && refusal) throw refusal
    })
  }
}

async function checkPictures(
  { picture, entries }: ArchiveParts,
  entryPictures: AsyncIterable<ArchivedItem<'entryPictures'>[]>,
  decode: ArchiveContext['decode'],
  list: FaultList,
): Promise<void> {
  if (picture) list.check('/picture', () => checkStated(picture, eventPictureLimits, decode))
  const known = new Set(entries.map(({ id }) => id))
  const pictured = new Set<string>()
  let at = 0
  for await (const batch of entryPictures)
    for (const stated of batch) {
      list.check(`/entryPictures/${at}`, () => checkStated(stated, entryPictureLimits, decode))
      const pointer = `/entryPictures/${at}/entryId`
      list.check(pointer, () => {
        if (!known.has(stated.entryId)) refuse('no-such-entry')
      })
      list.expect(pointer, !pictured.has(stated.entryId), 'An entry has one picture')
      pictured.add(stated.entryId)
      at += 1
    }
}

function checkStated(
  stated: { mediaType: string; bytes: string },
  limits: PictureLimits,
  decode: ArchiveContext['decode'],
): void {
  const { mediaType } = checkPicture(decode(stated.bytes), limits)
  if (mediaType !== stated.mediaType) refuse('not-a-picture', 'The bytes are of another kind of picture')
}

async function checkSlides(
  { entries }: ArchiveParts,
  entrySlides: AsyncIterable<ArchivedItem<'entrySlides'>[]>,
  decode: ArchiveContext['decode'],
  list: FaultList,
): Promise<void> {
  const last = new Map(entries.map(({ id }) => [id, { page: 0, deck: '' }]))
  let at = 0
  for await (const batch of entrySlides)
    for (const stated of batch) {
      const pointer = `/entrySlides/${at}`
      list.check(pointer, () => checkStated(stated, slideLimits, decode))
      const before = last.get(stated.entryId)
      list.check(`${pointer}/entryId`, () => {
        if (before === undefined) refuse('no-such-entry')
      })
      list.expect(
        `${pointer}/page`,
        stated.page === (before?.page ?? 0) + 1,
        'The pages of an entry come in order, from 1',
      )
      const isSameDeck = !before?.deck || stated.deck === before.deck
      list.expect(`${pointer}/deck`, isSameDeck, 'An entry has one deck')
      last.set(stated.entryId, stated)
      at += 1
    }
}

function checkJudges({ judges }: ArchiveParts, limits: EventLimits, { check, expect, expectUnique }: FaultList): void {
  check('/judges', () => checkPanelCount(limits, judges.filter(({ status }) => status === 'admitted').length))
  expectUnique(
    judges.map(({ id }) => id),
    (at) => `/judges/${at}/id`,
    'Two judges have the same id',
  )
  const mergedInto = new Map(judges.map((judge) => [judge.id, judge.mergedInto]))
  for (const [at, { id, status, mergedInto: other }] of judges.entries()) {
    if (other === null) continue
    check(`/judges/${at}/mergedInto`, () => {
      if (!mergedInto.has(other)) refuse('no-such-judge')
      if (leadsBack(mergedInto, id)) refuse('same-judge')
    })
    expect(`/judges/${at}/status`, status === 'removed', 'A judge who was merged with another stays off the panel')
  }
}

function leadsBack(mergedInto: Map<string, string | null>, id: string): boolean {
  const seen = new Set([id])
  for (let next = mergedInto.get(id); next; next = mergedInto.get(next)) {
    if (seen.has(next)) return true
    seen.add(next)
  }
  return false
}

function checkAwards(
  { event, entries, prizes, castingVotes }: ArchiveParts,
  { check, expect, expectUnique }: FaultList,
): void {
  const known = new Set(entries.map(({ id }) => id))
  expectUnique(
    prizes.map(({ id }) => id),
    (at) => `/prizes/${at}/id`,
    'Two prizes have the same id',
  )
  for (const [at, prize] of prizes.entries()) check(`/prizes/${at}/entryIds`, () => checkPrizeEntries(prize, known))
  expectUnique(
    castingVotes.map(({ id }) => id),
    (at) => `/castingVotes/${at}/id`,
    'Two casting votes have the same id',
  )
  for (const [at, { entryIds }] of castingVotes.entries()) {
    // It may include an entry that was removed after scoring was reopened.
    const isUnique = new Set(entryIds).size === entryIds.length
    expect(`/castingVotes/${at}/entryIds`, isUnique, 'A casting vote names each entry once')
    expect(`/castingVotes/${at}`, event.phase !== 'setup', 'The chair decides after scoring has closed')
  }
}
