import { createSignal } from 'solid-js'
import type { BallotEdit, HistoryLine } from '../../api/schema/award.ts'
import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { Judge } from '../../api/schema/judge.ts'
import { api, ask, Problem, tradeKey } from '../core/api.ts'

export type Told = {
  event: Event
  entries: Entry[]
  judges: Judge[]
  history: HistoryLine[]
  /** Null while judges score: then nobody sees a score. */
  ballots: BallotEdit[] | null
}

/** The history, for the organiser; read again when asked. */
export function createHistory(slug: string) {
  const [told, setTold] = createSignal<Told>()
  const [problem, setProblem] = createSignal<Problem>()
  const param = { slug }
  const at = api.events[':slug']

  async function read() {
    try {
      await tradeKey()
      const [{ event }, { entries }, { judges }, { history, ballots }] = await Promise.all([
        ask<{ event: Event }>(at.$get({ param })),
        ask<{ entries: Entry[] }>(at['line-up'].$get({ param })),
        ask<{ judges: Judge[] }>(at.judges.$get({ param })),
        ask<Pick<Told, 'history' | 'ballots'>>(at.history.$get({ param })),
      ])
      setProblem(undefined)
      setTold({ event, entries, judges, history, ballots })
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      setProblem(failure)
    }
  }
  return { told, problem, read }
}
