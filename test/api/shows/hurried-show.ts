import { type Answer, makeEvent, type Server } from '../../support/show.ts'

export type OwnBallot = { scores: Record<string, number>; recused: boolean; finished: boolean }
export type HurriedJudge = {
  id: string
  name: string
  key: string
  /** Whether the judge's key was used by a phone. */
  arrived: boolean
  away: boolean
  removed: boolean
  ballots: Map<string, OwnBallot>
}

/** What the presses so far must have led to, told without the server's code. */
export type Model = {
  phase: 'setup' | 'live' | 'closed'
  onStage: string | null
  order: string[]
  skipped: Set<string>
  /** Entries that have been on stage, in the order of their first call. */
  called: string[]
  /** What one undo returns to. */
  before: { onStage: string | null; called: string[] } | null
}

export type HurriedShow = Awaited<ReturnType<typeof openHurriedShow>>

export async function openHurriedShow(server: Server, size: { teams: number; judges: number }) {
  const event = await makeEvent(server, { entries: size.teams, judges: size.judges })
  const judges: HurriedJudge[] = event.judges.map((judge, i) => ({
    id: judge.id,
    name: judge.name,
    key: event.judgeKeys[i]!,
    arrived: false,
    away: false,
    removed: false,
    ballots: new Map(),
  }))
  const model: Model = {
    phase: 'setup',
    onStage: null,
    order: event.entries.map(({ id }) => id),
    skipped: new Set(),
    called: [],
    before: null,
  }
  const names = new Map(event.entries.map(({ id, team }) => [id, team]))
  let editedMs = Date.now() - 3_600_000

  return {
    event: event.event,
    path: event.path,
    organiserKey: event.key,
    judges,
    model,
    names,
    nameOf: (id: string) => names.get(id) ?? id,
    call: (method: string, path: string, body?: unknown, key = event.key): Promise<Answer> =>
      server.call(method, `${event.path}${path}`, body, key),
    cue: event.cue,
    /** The moment of a tap; each is later than the one before. */
    nextEdit() {
      editedMs += 1
      return new Date(editedMs).toISOString()
    },
    async read<Body>(path: string, key?: string): Promise<Body> {
      const answer = await server.call('GET', `${event.path}${path}`, undefined, key)
      if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${answer.text}`)
      return answer.body
    },
  }
}
