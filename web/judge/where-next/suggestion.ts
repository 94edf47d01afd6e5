import { createEffect, createMemo, createSignal, on } from 'solid-js'
import { startOf, walkingOrder, whereNext } from '../../../api/rules/show/where-next.ts'
import { api, ask } from '../../core/api.ts'
import type { Judging } from '../judging.ts'

/** The server's suggestion; without a network, the nearest team that this judge has not finished. */
export function createSuggestion(judging: Judging) {
  const [sentTo, setSentTo] = createSignal<string>()
  const [passedOver, setPassedOver] = createSignal<string>()
  const left = createMemo(() =>
    judging.scored().filter(({ id, skipped }) => judging.isOpen(id) && !skipped && !judging.finished(id)),
  )
  const finishedIds = createMemo(() =>
    judging
      .scored()
      .filter(({ id }) => judging.finished(id))
      .map(({ id }) => id),
  )
  // The last ballot that was edited stands for where the judge is.
  const atId = () => {
    const edited = finishedIds().map((id) => [judging.ballots.paper(id).editedAt, id] as const)
    return edited.sort().at(-1)?.[1]
  }
  function nearest(): string | undefined {
    const order = walkingOrder(judging.scored().filter(({ id, skipped }) => judging.isOpen(id) && !skipped))
    const visits = order.map(({ id }) => ({ entryId: id, ballots: 0, onTheWay: 0 }))
    const exceptIds = new Set([...finishedIds(), ...(passedOver() ? [passedOver()!] : [])])
    return whereNext({ visits, exceptIds, atId: passedOver() ?? atId(), start: startOf(hash(judging.judge().id)) })
  }

  async function load() {
    const json = passedOver() ? { passedOver: passedOver() } : {}
    try {
      const routes = api.events[':slug'].ballots
      const { entryId } = await ask<{ entryId: string | null }>(
        routes['where-next'].$post({ param: { slug: judging.slug }, json }),
      )
      setSentTo(entryId ?? undefined)
    } catch {
      setSentTo(undefined)
    }
  }
  // A ballot counts as a visit once the server has it.
  const savedFinished = createMemo(() => (judging.saving().kind === 'saved' ? finishedIds().join() : undefined))
  createEffect(on([judging.connected, savedFinished], ([connected]) => connected && load()))

  const entry = createMemo(() => {
    const suggested = left().find(({ id }) => id === sentTo())
    return suggested ?? left().find(({ id }) => id === nearest()) ?? left()[0]
  })
  return {
    entry,
    begun: () => finishedIds().length > 0,
    done: () => left().length === 0 && judging.scored().length > 0,
    others: () => left().length > 1,
    passOver() {
      setPassedOver(entry()?.id)
      setSentTo(undefined)
      load()
    },
  }
}

/** A number from an id, the same on every load. */
const hash = (id: string) => [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_003, 7)
