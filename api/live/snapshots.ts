import type { AppContext } from '../context.ts'
import { isReady } from '../rules/event/entry.ts'
import { isVisited, openIds } from '../rules/show/showcase.ts'
import { stageSnapshot } from '../rules/show/stage.ts'
import type { DeskUpdate, StageSnapshot, YouUpdate } from '../schema/stage.ts'
import { listEntries } from '../store/entries.ts'
import { findEventById } from '../store/events.ts'
import { findJudge } from '../store/judges/judges.ts'
import { listVisits } from '../store/showcase/visits.ts'
import type { Query } from '../store/sql.ts'
import { findStage, listPanel } from '../store/stage.ts'

type Source = Pick<AppContext, 'now'> & { db: { sql: Query } }

/** The stage snapshot as it stands. Its `now` is taken before the query, so that snapshots are ordered by the start of their reading. */
export async function readStage(
  { db, now }: Source,
  where: { eventId: string } | { slug: string },
): Promise<StageSnapshot | undefined> {
  const nowMs = now()
  const row = await findStage(db.sql, where)
  return row && stageSnapshot(row, nowMs)
}

export async function readDesk({ db }: Source, eventId: string, listening: number): Promise<DeskUpdate | undefined> {
  const [event, entries] = await Promise.all([findEventById(db.sql, eventId), listEntries(db.sql, eventId)])
  if (!event) return undefined
  const scored = entries.filter((entry) => !entry.warmUp).map((entry) => entry.id)
  const shownIds = event.show.shownIds.filter((id) => scored.includes(id))
  const open = openIds(event.show).filter((id) => scored.includes(id))
  const panel = await listPanel(db.sql, eventId, { ...event.show, shownIds }, open)
  const ready = entries.filter((entry) => isReady(event.show, entry)).map(({ id }) => id)
  const takesVisits = event.show.phase === 'live' && event.show.opened !== null
  const visits = takesVisits ? await listVisits(db.sql, eventId, null) : []
  const scoredIds = new Set(entries.filter(isVisited).map(({ id }) => id))
  const counted = visits.filter(({ entryId }) => open.includes(entryId) && scoredIds.has(entryId))
  return { version: event.version, open: open.length, panel, visits: counted, ready, listening }
}

export async function readYou({ db }: Source, eventId: string, judgeId: string): Promise<YouUpdate | undefined> {
  const judge = await findJudge(db.sql, eventId, judgeId)
  return judge && { judge }
}
