import { createSignal } from 'solid-js'
import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { Record } from '../../api/schema/result.ts'
import { api, ask, Problem, tradeKey } from '../core/api.ts'

export type Recorded = { event: Event; entries: Entry[]; record: Record }

/** The record, for whoever may read it now. */
export function createRecorded(slug: string) {
  const [recorded, setRecorded] = createSignal<Recorded>()
  const [problem, setProblem] = createSignal<Problem>()
  const param = { slug }
  const at = api.events[':slug']

  async function read() {
    try {
      await tradeKey()
      const [{ event }, { entries }, record] = await Promise.all([
        ask<{ event: Event }>(at.$get({ param })),
        ask<{ entries: Entry[] }>(at['line-up'].$get({ param })),
        ask<Record>(at.record.$get({ param })),
      ])
      setProblem(undefined)
      setRecorded({ event, entries, record })
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      setProblem(failure)
    }
  }
  return { recorded, problem, read }
}
