import { createEffect, createSignal, onCleanup } from 'solid-js'
import type { Rehearsal, RehearsalBody } from '../../../api/schema/rehearsal.ts'
import { api, ask, asProblem } from '../../core/api.ts'

const pollEveryMs = 1500

/** The rehearsal of an event, polled while it plays. `undefined` until it is loaded, `null` while there is none. */
export function createRehearsing(slug: string) {
  const [rehearsal, setRehearsal] = createSignal<Rehearsal | null>()
  const at = api.events[':slug'].rehearsal
  const param = { slug }

  async function load() {
    try {
      setRehearsal((await ask<{ rehearsal: Rehearsal | null }>(at.$get({ param }))).rehearsal)
    } catch (failure) {
      // The next poll retries.
      asProblem(failure)
    }
  }
  load()
  createEffect(() => {
    const current = rehearsal()
    if (current !== undefined && current?.state !== 'playing') return
    const polling = setInterval(load, pollEveryMs)
    onCleanup(() => clearInterval(polling))
  })
  const loadIfVisible = () => void (document.visibilityState === 'visible' && load())
  document.addEventListener('visibilitychange', loadIfVisible)
  onCleanup(() => document.removeEventListener('visibilitychange', loadIfVisible))

  return {
    rehearsal,
    async start(json: RehearsalBody) {
      setRehearsal((await ask<{ rehearsal: Rehearsal }>(at.$post({ param, json }))).rehearsal)
    },
    async wipe() {
      await ask(at.$delete({ param }))
      setRehearsal(null)
    },
  }
}

export type Rehearsing = ReturnType<typeof createRehearsing>
