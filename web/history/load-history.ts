import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { BallotEdit, HistoryLine } from '../../api/schema/history.ts'
import type { Judge } from '../../api/schema/judge.ts'
import { api, ask } from '../core/api.ts'
import { readEventAndLineUp } from '../core/read-event.ts'

export type LoadedHistory = {
  event: Event
  entries: Entry[]
  judges: Judge[]
  history: HistoryLine[]
  /** Null while scoring is open, when nobody may see a score. */
  ballots: BallotEdit[] | null
}

export async function readHistory(slug: string): Promise<LoadedHistory> {
  const param = { slug }
  const routes = api.events[':slug']
  const [{ event, entries }, { judges }, { history, ballots }] = await Promise.all([
    readEventAndLineUp(slug),
    ask<{ judges: Judge[] }>(routes.judges.$get({ param })),
    ask<Pick<LoadedHistory, 'history' | 'ballots'>>(routes.history.$get({ param })),
  ])
  return { event, entries, judges, history, ballots }
}
