import type { Entry } from '../../../api/schema/entry.ts'
import { type Answer, makeEvent, type Server } from '../../support/show.ts'
import { openingStage, type ShowModel } from './show-model.ts'

export type PlayedShow = Awaited<ReturnType<typeof openShow>>['show']

export async function openShow(
  server: Server,
  { teams, judges, anyOrder }: { teams: number; judges: number; anyOrder: boolean },
) {
  const event = await makeEvent(server, {
    ...{ entries: teams, judges },
    scoring: anyOrder ? 'any-order' : 'on-stage',
  })
  const model: ShowModel = {
    phase: 'setup',
    stage: openingStage,
    before: null,
    anyOrder,
    opened: undefined,
    order: event.entries.map(({ id }) => id),
    skipped: new Set(),
    judges: event.judges.map(({ id, name }, n) => ({
      ...{ id, name, key: event.judgeKeys[n]! },
      ...{ arrived: false, away: false, removed: false, ballots: new Map() },
    })),
  }
  let editedMs = Date.now() - 3_600_000
  const show = {
    event: event.event,
    cue: event.cue,
    call: (method: string, path: string, body?: unknown, key: string | undefined = event.key): Promise<Answer> =>
      server.call(method, `${event.path}${path}`, body, key),
    async read<Body>(path: string, key?: string): Promise<Body> {
      const answer = await server.call('GET', `${event.path}${path}`, undefined, key)
      if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${answer.text}`)
      return answer.body
    },
    organiserKey: event.key,
    teamKeys: new Map(event.entries.map(({ id }, n) => [id, event.teamKeys[n]!])),
    nextEdit() {
      editedMs += 1
      return new Date(editedMs).toISOString()
    },
    breakEnd: new Date(Date.now() + 1_800_000).toISOString(),
    /** A phone that reads the line-up only when the stage's version of it changes. */
    phone: { lineUpVersion: -1, entries: [] as Entry[], open: new Set<string>() },
  }
  return { model, show }
}
