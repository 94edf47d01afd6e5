import { type Accessor, createEffect, createSignal } from 'solid-js'
import type { StageSnapshot } from '../../api/schema/stage.ts'

type Times = Record<string, { fromMs: number; toMs?: number }>

/**
 * How long each team was on stage, as this desk saw it. The server does not say when a team was called,
 * so a desk that came later knows only what it has seen itself; a reload forgets nothing.
 */
export function createTimes(slug: string, stage: Accessor<StageSnapshot | undefined>) {
  const name = `demo-hour/times/${slug}`
  const [times, setTimes] = createSignal<Times>(read(name))
  let before: string | null | undefined

  createEffect(() => {
    const now = stage()
    if (!now) return
    const id = now.phase === 'live' ? (now.onStage?.id ?? null) : null
    if (id === before) return
    const atMs = Date.parse(now.now)
    const next = { ...times() }
    for (const [other, time] of Object.entries(next)) {
      if (other === id || time.toMs !== undefined) continue
      if (before === undefined) delete next[other]
      else next[other] = { ...time, toMs: atMs }
    }
    // What was on stage when this desk opened began, and what it replaced ended, at a moment nobody here saw.
    if (id && before !== undefined) next[id] = { fromMs: atMs }
    before = id
    setTimes(next)
    keep(name, next)
  })

  return (entryId: string): number | undefined => {
    const time = times()[entryId]
    return time?.toMs === undefined ? undefined : time.toMs - time.fromMs
  }
}

function read(name: string): Times {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '{}') as Times
  } catch {
    return {}
  }
}

function keep(name: string, times: Times) {
  try {
    localStorage.setItem(name, JSON.stringify(times))
  } catch {
    // A full or forbidden store costs the durations, not the show.
  }
}
