import { createEffect, createSignal, on } from 'solid-js'
import type { Result } from '../../api/schema/result.ts'
import { api, ask, asProblem } from '../core/api.ts'
import type { Feed } from '../core/feed/feed.ts'

export function createResult(slug: string, feed: Feed) {
  const [result, setResult] = createSignal<Result>()
  createEffect(
    on([() => feed.stage()?.phase === 'final', feed.connected], async ([final]) => {
      if (!final || result()) return
      try {
        setResult(await ask<Result>(api.events[':slug'].results.$get({ param: { slug } })))
      } catch (failure) {
        asProblem(failure)
      }
    }),
  )
  return result
}
