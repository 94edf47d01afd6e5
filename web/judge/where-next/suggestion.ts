import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { startOf, walkingOrder, whereNext } from '../../../api/rules/show/where-next.ts'
import { api, ask } from '../../core/api.ts'
import type { Judging } from '../judging.ts'

const serverWaitMs = 4_000

/**
 * The server's suggestion; without a network, or when it does not answer soon, the nearest team that this judge has not finished. Once
 * shown, a suggestion stays until its ballot is finished or it is passed over: it must not change under the judge's thumb.
 */
export function createSuggestion(judging: Judging) {
  const [passedOver, setPassedOver] = createSignal<string>()
  const candidates = createMemo(() => judging.scored().filter(({ id, skipped }) => judging.isOpen(id) && !skipped))
  const left = createMemo(() => candidates().filter(({ id }) => !judging.finished(id)))
  const finishedIds = createMemo(() =>
    judging
      .scored()
      .filter(({ id }) => judging.finished(id))
      .map(({ id }) => id),
  )
  // A finished ballot, or a team that is passed over, asks for another suggestion.
  const situation = createMemo(() => `${finishedIds().join()}/${passedOver() ?? ''}`)
  const [suggested, setSuggested] = createSignal<{ situation: string; entryId: string | undefined }>()

  /** Where the judge is: at the team whose ballot was edited last. */
  const atId = () => {
    const edited = finishedIds().map((id) => [judging.ballots.paper(id).editedAt, id] as const)
    return edited.sort().at(-1)?.[1]
  }
  function findNearest(): string | undefined {
    const passed = passedOver()
    const visits = walkingOrder(candidates()).map(({ id }) => ({ entryId: id, finished: 0, onTheWay: 0 }))
    const walk = { visits, atId: passed ?? atId(), start: startOf(numberOf(judging.judge().id)) }
    const finished = finishedIds()
    return (
      whereNext({ ...walk, exceptIds: new Set(passed ? [...finished, passed] : finished) }) ??
      whereNext({ ...walk, exceptIds: new Set(finished) })
    )
  }
  const suggestNearest = () => {
    if (suggested()?.situation !== situation()) setSuggested({ situation: situation(), entryId: findNearest() })
  }

  async function load(current: string) {
    const json = passedOver() ? { passedOver: passedOver() } : {}
    try {
      const route = api.events[':slug'].ballots['where-next']
      const { entryId } = await ask<{ entryId: string | null }>(route.$post({ param: { slug: judging.slug }, json }))
      const isNew = current === situation() && suggested()?.situation !== current
      if (isNew && entryId !== null) setSuggested({ situation: current, entryId })
      else if (isNew) suggestNearest()
    } catch {
      if (current === situation()) suggestNearest()
    }
  }
  // The server counts a ballot as a visit once it has it.
  const isSaved = createMemo(() => judging.saving().kind === 'saved' || judging.saving().kind === 'none')
  createEffect(
    on([situation, isSaved, judging.connected], ([current, saved, connected]) => {
      if (suggested()?.situation === current) return
      if (!connected) return suggestNearest()
      if (saved) load(current)
      const waiting = setTimeout(suggestNearest, serverWaitMs)
      onCleanup(() => clearTimeout(waiting))
    }),
  )

  const entry = createMemo(() => {
    const now = suggested()
    return now?.situation === situation() ? left().find(({ id }) => id === now.entryId) : undefined
  })
  return {
    entry,
    begun: () => finishedIds().length > 0,
    done: () => left().length === 0 && candidates().length > 0,
    others: () => left().length > 1,
    passOver: () => setPassedOver(entry()?.id),
  }
}

/** A number from an id, the same on every load. */
const numberOf = (id: string) => [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_003, 7)
