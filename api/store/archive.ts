import type { JSONValue } from 'postgres'
import { checkPicture, entryPictureLimits, eventPictureLimits, type PictureLimits } from '../rules/pictures/picture.ts'
import { type Archive, archiveVersion } from '../schema/archive.ts'
import { insertCastingVote, listCastingVotes, listPrizes, savePrizes } from './awards.ts'
import { listEntries } from './entries.ts'
import { getEvent, insertEvent, type StoredEvent, saveRubric } from './events.ts'
import { listFeedback, writeFeedback } from './feedback.ts'
import { listBallotHistory, listHistory } from './history.ts'
import { listPictures, type Picture, savePicture } from './pictures.ts'
import type { Query } from './sql.ts'

type Released = NonNullable<Archive['released']>

/** A whole event as one document, read at one moment: give it a repeatable-read transaction. */
export async function readArchive(sql: Query, slug: string): Promise<Archive> {
  const { show, pictureDigest: _, judgingVersion: _version, rehearsalOf, ...event } = await getEvent(sql, slug)
  const { phase, ...rest } = show
  const castingVotes = await listCastingVotes(sql, event.id)
  const pictures = (await listPictures(sql, event.id)).map(({ entryId, ...one }) => ({ entryId, picture: asText(one) }))
  return {
    format: 'demo-hour/archive',
    version: archiveVersion,
    event: { ...event, rehearsal: rehearsalOf !== null, phase, show: rest },
    picture: pictures.find((one) => one.entryId === null)?.picture ?? null,
    entries: (await listEntries(sql, event.id)).map(({ pictureDigest: _, ...entry }) => entry),
    entryPictures: pictures.flatMap(({ entryId, picture }) => (entryId === null ? [] : { entryId, ...picture })),
    judges: await listJudges(sql, event.id),
    ballots: await listBallots(sql, event.id),
    feedback: await listFeedback(sql, event.id),
    prizes: await listPrizes(sql, event.id),
    castingVotes: castingVotes.map((vote) => ({ ...vote, at: vote.at.toISOString() })),
    history: { event: await listHistory(sql, event.id), ballots: await listBallotHistory(sql, event.id) },
    released: await findReleased(sql, event.id),
  }
}

/** Brings an archived event in, ids and all; undefined when its address, its code or its id is already in use here. */
export async function writeArchive(
  tx: Query,
  archive: Archive,
  code: string,
  instance: string,
): Promise<StoredEvent | undefined> {
  const { event, entries, picture } = archive
  if (!(await insertEvent(tx, { ...event, code }))) return undefined
  const version = { version: event.version, lineUpVersion: event.lineUpVersion }
  await tx`
    update events set phase = ${event.phase}, show = ${tx.json(event.show as JSONValue)}, version = ${version.version},
      line_up_version = ${version.lineUpVersion}, draw = ${event.draw && tx.json(event.draw)}
    where id = ${event.id}`
  await saveRubric(tx, event.id, event.criteria)
  // What a picture is, its bytes say, and not the file that it came in.
  const checked = (bytes: string, limits: PictureLimits) =>
    checkPicture(new Uint8Array(Buffer.from(bytes, 'base64')), limits)
  if (picture) await savePicture(tx, { eventId: event.id, entryId: null }, checked(picture.bytes, eventPictureLimits))
  for (const e of entries)
    await tx`
      insert into entries (id, event_id, slot, title, team, summary, organisations, members, link, talk_seconds,
        questions_seconds, skipped, warm_up, ready, disqualified)
      values (${e.id}, ${event.id}, ${e.slot}, ${e.title}, ${e.team}, ${e.summary}, ${e.organisations}, ${e.members},
        ${e.link}, ${e.talkSeconds}, ${e.questionsSeconds}, ${e.skipped}, ${e.warmUp},
        ${e.ready}, ${e.disqualified})`
  for (const { entryId, bytes } of archive.entryPictures)
    await savePicture(tx, { eventId: event.id, entryId }, checked(bytes, entryPictureLimits))
  for (const j of archive.judges)
    await tx`
      insert into judges (id, event_id, name, role, organisation, status, away, joined_at, merged_into)
      values (${j.id}, ${event.id}, ${j.name}, ${j.role}, ${j.organisation}, ${j.status}, ${j.away}, ${j.joinedAt},
        ${j.mergedInto})`
  await tx`
    insert into ballots (judge_id, entry_id, event_id, scores, comment, recused, complete, source, edited_at, saved_at)
    select "judgeId", "entryId", ${event.id}, scores, comment, recused, complete, source, "editedAt", "savedAt"
    from jsonb_to_recordset(${tx.json(archive.ballots)}) as b ("judgeId" text, "entryId" text, scores jsonb, comment text,
      recused boolean, complete boolean, source text, "editedAt" timestamptz, "savedAt" timestamptz)`
  await writeFeedback(tx, event.id, archive.feedback)
  await savePrizes(tx, event.id, archive.prizes)
  for (const vote of archive.castingVotes) await insertCastingVote(tx, event.id, { ...vote, at: new Date(vote.at) })
  await writeHistory(tx, archive, instance)
  const { released } = archive
  if (released)
    await tx`
      insert into results (event_id, result, steps, counted, digest, computed_at)
      values (${event.id}, ${tx.json(released.result as unknown as JSONValue)},
        ${tx.json(released.steps as unknown as JSONValue)}, ${released.counted && tx.json(released.counted)},
        ${released.digest}, ${released.computedAt})`
  return getEvent(tx, event.slug)
}

const asText = ({ bytes, ...rest }: Picture) => ({ ...rest, bytes: Buffer.from(bytes).toString('base64') })

async function writeHistory(tx: Query, { event, history }: Archive, instance: string): Promise<void> {
  await tx`
    insert into event_history (event_id, at, version, what, detail, instance)
    select ${event.id}, at, version, what, detail, ${instance}
    from jsonb_to_recordset(${tx.json(history.event as JSONValue)}) as h (at timestamptz, version integer, what text, detail jsonb)`
  await tx`
    insert into ballot_history (event_id, judge_id, entry_id, scores, comment, recused, source, edited_at, saved_at,
      instance)
    select ${event.id}, "judgeId", "entryId", scores, comment, recused, source, "editedAt", "savedAt", ${instance}
    from jsonb_to_recordset(${tx.json(history.ballots)}) as h ("judgeId" text, "entryId" text, scores jsonb, comment text,
      recused boolean, source text, "editedAt" timestamptz, "savedAt" timestamptz)`
}

async function listJudges(sql: Query, eventId: string): Promise<Archive['judges']> {
  const rows = await sql<(Omit<Archive['judges'][number], 'joinedAt'> & { joinedAt: Date })[]>`
    select id, name, role, organisation, status, away, joined_at as "joinedAt", merged_into as "mergedInto"
    from judges where event_id = ${eventId} order by joined_at, id`
  return rows.map((row) => ({ ...row, joinedAt: row.joinedAt.toISOString() }))
}

async function listBallots(sql: Query, eventId: string): Promise<Archive['ballots']> {
  type Row = Omit<Archive['ballots'][number], 'editedAt' | 'savedAt'> & { editedAt: Date; savedAt: Date }
  const rows = await sql<Row[]>`
    select judge_id as "judgeId", entry_id as "entryId", scores, comment, recused, complete, source, edited_at as "editedAt",
      saved_at as "savedAt"
    from ballots where event_id = ${eventId} order by judge_id, entry_id`
  return rows.map((row) => ({ ...row, editedAt: row.editedAt.toISOString(), savedAt: row.savedAt.toISOString() }))
}

async function findReleased(sql: Query, eventId: string): Promise<Released | null> {
  const [row] = await sql<(Omit<Released, 'computedAt'> & { computedAt: Date })[]>`
    select result, steps, counted, digest, computed_at as "computedAt" from results where event_id = ${eventId}`
  return row ? { ...row, computedAt: row.computedAt.toISOString() } : null
}
