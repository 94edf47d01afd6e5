import { type Archive, type ArchivedItem, type ArchivedList, archiveVersion } from '../../schema/archive/archive.ts'
import { listCastingVotes, listPrizes } from '../awards/awards.ts'
import { listRetiredCodes } from '../entries/codes.ts'
import { findSlidePage, listSlides } from '../entries/slides.ts'
import { listEntries } from '../entries.ts'
import { getEvent } from '../events.ts'
import { findPicture, listPictureOwners } from '../pictures.ts'
import type { Query } from '../sql.ts'

type Released = NonNullable<Archive['released']>
type Batches<List extends ArchivedList> = AsyncIterable<ArchivedItem<List>[]> | ArchivedItem<List>[][]
type Row<Item, Moment extends keyof Item> = Omit<Item, Moment> & Record<Moment, Date>

const batchRows = 500

/**
 * A whole event as the text of one JSON document, in parts: rows by the batch and pictures one by one, so that an event of any size takes
 * little memory. Read at one moment: give it a repeatable-read transaction.
 */
export async function* exportArchive(sql: Query, slug: string): AsyncGenerator<string> {
  const { show, pictureDigest: _, judgingVersion: _version, rehearsalOf, ...event } = await getEvent(sql, slug)
  const { phase, ...rest } = show
  const entries = (await listEntries(sql, event.id)).map(
    ({ pictureDigest: _digest, filmId: _film, slides: _slides, ...entry }) => entry,
  )
  const votes = (await listCastingVotes(sql, event.id)).map((vote) => ({ ...vote, at: vote.at.toISOString() }))
  const owners = await listPictureOwners(sql, event.id)
  const ofEvent = owners.includes(null) ? await findPicture(sql, { eventId: event.id, entryId: null }) : undefined

  yield `{"format":"demo-hour/archive","version":${archiveVersion}`
  const retiredEntryCodes = await listRetiredCodes(sql, event.id)
  yield member('event', { ...event, rehearsal: rehearsalOf !== null, phase, show: rest, retiredEntryCodes })
  yield* list('entries', [entries])
  yield* list('judges', readJudges(sql, event.id))
  yield* list('ballots', readBallots(sql, event.id))
  yield* list('feedback', readFeedback(sql, event.id))
  yield* list('prizes', [await listPrizes(sql, event.id)])
  yield* list('castingVotes', [votes])
  yield ',"history":{'
  yield* list('history.event', readHistory(sql, event.id), '"event"')
  yield* list('history.ballots', readBallotHistory(sql, event.id), ',"ballots"')
  yield '}'
  yield member('released', await findReleased(sql, event.id))
  yield member('picture', ofEvent ? inBase64(ofEvent) : null)
  yield* list('entryPictures', readEntryPictures(sql, event.id, owners))
  yield* list('entrySlides', readEntrySlides(sql, event.id))
  yield '}'
}

const member = (name: string, value: unknown) => `,"${name}":${JSON.stringify(value)}`

async function* list<List extends ArchivedList>(name: List, batches: Batches<List>, label = `,"${name}"`) {
  yield `${label}:[`
  let written = 0
  for await (const batch of batches) {
    if (batch.length === 0) continue
    const items = JSON.stringify(batch).slice(1, -1)
    yield written > 0 ? `,${items}` : items
    written += batch.length
  }
  yield ']'
}

const inBase64 = <Item extends { bytes: Uint8Array }>({ bytes, ...rest }: Item) => ({
  ...rest,
  bytes: Buffer.from(bytes).toString('base64'),
})

async function* readEntryPictures(sql: Query, eventId: string, owners: (string | null)[]): Batches<'entryPictures'> {
  for (const entryId of owners) {
    const picture = entryId === null ? undefined : await findPicture(sql, { eventId, entryId })
    if (picture) yield [{ entryId: entryId!, ...inBase64(picture) }]
  }
}

async function* readEntrySlides(sql: Query, eventId: string): Batches<'entrySlides'> {
  for (const { entryId, pages, version: deck } of await listSlides(sql, eventId))
    for (let page = 1; page <= pages; page += 1) {
      const stored = await findSlidePage(sql, { eventId, entryId, deck, page })
      if (stored) yield [{ entryId, deck, page, ...inBase64(stored) }]
    }
}

async function* inBatches<Item, Moment extends keyof Item>(
  query: { cursor(rows: number): AsyncIterable<Row<Item, Moment>[]> },
  moments: Moment[],
): AsyncGenerator<Item[]> {
  const asText = (row: Row<Item, Moment>) =>
    ({ ...row, ...Object.fromEntries(moments.map((name) => [name, row[name].toISOString()])) }) as unknown as Item
  for await (const rows of query.cursor(batchRows)) yield rows.map(asText)
}

function readJudges(sql: Query, eventId: string): Batches<'judges'> {
  return inBatches(
    sql<Row<ArchivedItem<'judges'>, 'joinedAt'>[]>`
      select id, name, role, organisation, status, away, challenge_only as "challengeOnly", joined_at as "joinedAt", merged_into as "mergedInto"
      from judges where event_id = ${eventId} order by joined_at, id`,
    ['joinedAt'],
  )
}

function readBallots(sql: Query, eventId: string): Batches<'ballots'> {
  return inBatches(
    sql<Row<ArchivedItem<'ballots'>, 'editedAt' | 'savedAt'>[]>`
      select judge_id as "judgeId", entry_id as "entryId", scores, comment, recused, complete, source,
        edited_at as "editedAt", saved_at as "savedAt"
      from ballots where event_id = ${eventId} order by judge_id, entry_id`,
    ['editedAt', 'savedAt'],
  )
}

function readFeedback(sql: Query, eventId: string): Batches<'feedback'> {
  return inBatches(
    sql<Row<ArchivedItem<'feedback'>, 'decidedAt'>[]>`
      select judge_id as "judgeId", entry_id as "entryId", state, words, comment_digest as "commentDigest",
        decided_at as "decidedAt"
      from feedback where event_id = ${eventId} order by judge_id, entry_id`,
    ['decidedAt'],
  )
}

function readHistory(sql: Query, eventId: string): Batches<'history.event'> {
  return inBatches(
    sql<Row<ArchivedItem<'history.event'>, 'at'>[]>`
      select at, version, what, detail from event_history where event_id = ${eventId} order by id`,
    ['at'],
  )
}

function readBallotHistory(sql: Query, eventId: string): Batches<'history.ballots'> {
  return inBatches(
    sql<Row<ArchivedItem<'history.ballots'>, 'editedAt' | 'savedAt'>[]>`
      select judge_id as "judgeId", entry_id as "entryId", scores, comment, recused, source, edited_at as "editedAt",
        saved_at as "savedAt"
      from ballot_history where event_id = ${eventId} order by id`,
    ['editedAt', 'savedAt'],
  )
}

async function findReleased(sql: Query, eventId: string): Promise<Released | null> {
  const [row] = await sql<Row<Released, 'computedAt'>[]>`
    select result, steps, counted, digest, computed_at as "computedAt" from results where event_id = ${eventId}`
  return row ? { ...row, computedAt: row.computedAt.toISOString() } : null
}
