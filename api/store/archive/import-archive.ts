import type { JSONValue } from 'postgres'
import { newEntryCode } from '../../http/keys.ts'
import {
  checkPicture,
  entryPictureLimits,
  eventPictureLimits,
  type PictureLimits,
  slideLimits,
} from '../../rules/pictures/picture.ts'
import type { Archive, ArchivedItem, ArchivedList } from '../../schema/archive/archive.ts'
import type { Slides } from '../../schema/entry.ts'
import { insertCastingVote, savePrizes } from '../awards/awards.ts'
import { insertChallenges } from '../awards/challenges.ts'
import { saveRetiredCodes } from '../entries/codes.ts'
import { saveSlidePage, setSlides } from '../entries/slides.ts'
import { getEvent, insertEvent, type StoredEvent, saveRubric } from '../events.ts'
import { savePicture } from '../pictures.ts'
import type { Query } from '../sql.ts'

/** An archive whose lists are read while they are imported, each as often as it is called. */
export type ArchiveReader = Pick<Archive, 'event' | 'picture' | 'released'> & {
  read<List extends ArchivedList>(list: List): AsyncIterable<ArchivedItem<List>[]>
}

/** Imports an archived event with its ids; undefined when its address, its code or its id is already in use here. */
export async function importArchive(
  tx: Query,
  archive: ArchiveReader,
  code: string,
  instance: string,
): Promise<StoredEvent | undefined> {
  const { event, picture } = archive
  if (!(await insertEvent(tx, { ...event, code }))) return undefined
  await tx`
    update events set phase = ${event.phase}, show = ${tx.json(event.show as JSONValue)}, version = ${event.version},
      line_up_version = ${event.lineUpVersion}, draw = ${event.draw && tx.json(event.draw)},
      phase_since = least(${event.phaseSince}::timestamptz, now()), people_removed_at = ${event.peopleRemovedAt}
    where id = ${event.id}`
  await saveRubric(tx, event.id, event.criteria)
  await saveRetiredCodes(tx, event.id, event.retiredEntryCodes)
  const usedCodes = await readCodes(archive)
  for await (const entries of archive.read('entries')) await insertEntries(tx, event.id, withCodes(entries, usedCodes))
  for await (const judges of archive.read('judges')) await insertJudges(tx, event.id, judges)
  await insertChallenges(tx, event.id, event.challenges)
  for await (const ballots of archive.read('ballots')) await insertBallots(tx, event.id, ballots)
  for await (const feedback of archive.read('feedback')) await insertFeedback(tx, event.id, feedback)
  const prizes: ArchivedItem<'prizes'>[] = []
  for await (const batch of archive.read('prizes')) prizes.push(...batch)
  await savePrizes(tx, event.id, prizes)
  for await (const votes of archive.read('castingVotes'))
    for (const vote of votes) await insertCastingVote(tx, event.id, { ...vote, at: new Date(vote.at) })
  for await (const lines of archive.read('history.event')) await insertHistory(tx, event.id, lines, instance)
  for await (const edits of archive.read('history.ballots')) await insertBallotHistory(tx, event.id, edits, instance)
  if (archive.released) await insertReleased(tx, event.id, archive.released)
  if (picture) await savePicture(tx, { eventId: event.id, entryId: null }, checked(picture.bytes, eventPictureLimits))
  for await (const pictures of archive.read('entryPictures'))
    for (const { entryId, bytes } of pictures)
      await savePicture(tx, { eventId: event.id, entryId }, checked(bytes, entryPictureLimits))
  const decks = new Map<string, Slides>()
  for await (const pages of archive.read('entrySlides')) await insertSlides(tx, event.id, pages, decks)
  for (const [entryId, slides] of decks) await setSlides(tx, event.id, entryId, slides)
  return getEvent(tx, event.slug)
}

async function insertSlides(
  tx: Query,
  eventId: string,
  pages: ArchivedItem<'entrySlides'>[],
  decks: Map<string, Slides>,
): Promise<void> {
  for (const { entryId, deck, page, bytes } of pages) {
    await saveSlidePage(tx, { eventId, entryId, deck, page }, checked(bytes, slideLimits))
    decks.set(entryId, { pages: page, version: deck })
  }
}

async function readCodes(archive: ArchiveReader): Promise<Set<string>> {
  const codes = new Set(archive.event.retiredEntryCodes)
  for await (const entries of archive.read('entries')) for (const { code } of entries) if (code) codes.add(code)
  return codes
}

function withCodes(entries: ArchivedItem<'entries'>[], used: Set<string>): ArchivedItem<'entries'>[] {
  return entries.map((entry) => {
    const code = entry.code ?? newEntryCode(used)
    used.add(code)
    return { ...entry, code }
  })
}

/** A picture's media type follows from its bytes, not from the file that it came in. */
const checked = (base64: string, limits: PictureLimits) =>
  checkPicture(new Uint8Array(Buffer.from(base64, 'base64')), limits)

async function insertEntries(tx: Query, eventId: string, entries: ArchivedItem<'entries'>[]): Promise<void> {
  await tx`
    insert into entries (id, event_id, code, slot, title, team, summary, organisations, members, link, talk_seconds,
      questions_seconds, page_seconds, skipped, warm_up, table_label, ready, disqualified)
    select id, ${eventId}, code, slot, title, team, summary, organisations, members, link, "talkSeconds", "questionsSeconds",
      "pageSeconds", skipped, "warmUp", "table", ready, disqualified
    from jsonb_to_recordset(${tx.json(entries)}) as e (id text, code text, slot integer, title text, team text, summary text,
      organisations text[], members text[], link text, "talkSeconds" integer, "questionsSeconds" integer, "pageSeconds" integer, skipped boolean,
      "warmUp" boolean, "table" text, ready boolean, disqualified text)`
}

async function insertJudges(tx: Query, eventId: string, judges: ArchivedItem<'judges'>[]): Promise<void> {
  await tx`
    insert into judges (id, event_id, name, role, organisation, status, away, challenge_only, joined_at, merged_into)
    select id, ${eventId}, name, role, organisation, status, away, "challengeOnly", "joinedAt", "mergedInto"
    from jsonb_to_recordset(${tx.json(judges)}) as j (id text, name text, role text, organisation text, status text,
      away boolean, "challengeOnly" boolean, "joinedAt" timestamptz, "mergedInto" text)`
}

async function insertBallots(tx: Query, eventId: string, ballots: ArchivedItem<'ballots'>[]): Promise<void> {
  await tx`
    insert into ballots (judge_id, entry_id, event_id, scores, comment, recused, complete, source, edited_at, saved_at)
    select "judgeId", "entryId", ${eventId}, scores, comment, recused, complete, source, "editedAt", "savedAt"
    from jsonb_to_recordset(${tx.json(ballots)}) as b ("judgeId" text, "entryId" text, scores jsonb, comment text,
      recused boolean, complete boolean, source text, "editedAt" timestamptz, "savedAt" timestamptz)`
}

async function insertFeedback(tx: Query, eventId: string, feedback: ArchivedItem<'feedback'>[]): Promise<void> {
  await tx`
    insert into feedback (event_id, judge_id, entry_id, state, words, comment_digest, decided_at)
    select ${eventId}, "judgeId", "entryId", state, words, "commentDigest", "decidedAt"
    from jsonb_to_recordset(${tx.json(feedback)}) as f ("judgeId" text, "entryId" text, state text, words text,
      "commentDigest" text, "decidedAt" timestamptz)`
}

async function insertHistory(
  tx: Query,
  eventId: string,
  lines: ArchivedItem<'history.event'>[],
  instance: string,
): Promise<void> {
  await tx`
    insert into event_history (event_id, at, version, what, detail, instance)
    select ${eventId}, at, version, what, detail, ${instance}
    from jsonb_to_recordset(${tx.json(lines as JSONValue)}) as h (at timestamptz, version integer, what text, detail jsonb)`
}

async function insertBallotHistory(
  tx: Query,
  eventId: string,
  edits: ArchivedItem<'history.ballots'>[],
  instance: string,
): Promise<void> {
  await tx`
    insert into ballot_history (event_id, judge_id, entry_id, scores, comment, recused, source, edited_at, saved_at,
      instance)
    select ${eventId}, "judgeId", "entryId", scores, comment, recused, source, "editedAt", "savedAt", ${instance}
    from jsonb_to_recordset(${tx.json(edits)}) as h ("judgeId" text, "entryId" text, scores jsonb, comment text,
      recused boolean, source text, "editedAt" timestamptz, "savedAt" timestamptz)`
}

async function insertReleased(tx: Query, eventId: string, released: NonNullable<Archive['released']>): Promise<void> {
  await tx`
    insert into results (event_id, result, steps, counted, digest, computed_at)
    values (${eventId}, ${tx.json(released.result as unknown as JSONValue)},
      ${tx.json(released.steps as unknown as JSONValue)}, ${released.counted && tx.json(released.counted)},
      ${released.digest}, ${released.computedAt})`
}
