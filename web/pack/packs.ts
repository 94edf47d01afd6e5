import { createEffect, createSignal, on } from 'solid-js'
import type { Event } from '../../api/schema/event.ts'
import type { TeamPack } from '../../api/schema/feedback.ts'
import { api, ask, asProblem } from '../core/api.ts'
import type { Feed } from '../core/feed/feed.ts'

export type Packs = { event: Event; packs: TeamPack[] }

const at = api.events[':slug']

async function readPack(slug: string, id: string): Promise<TeamPack> {
  return (await ask<{ pack: TeamPack }>(at.entries[':id'].feedback.$get({ param: { slug, id } }))).pack
}

export async function readPacks(slug: string): Promise<Packs> {
  const entryId = new URLSearchParams(location.search).get('entry')
  const [{ event }, packs] = await Promise.all([
    ask<{ event: Event }>(at.$get({ param: { slug } })),
    entryId === null
      ? ask<{ packs: TeamPack[] }>(at.feedback.packs.$get({ param: { slug } })).then((answer) => answer.packs)
      : readPack(slug, entryId).then((pack) => [pack]),
  ])
  return { event, packs }
}

export function createOwnPack(slug: string, entryId: string, feed: Feed) {
  const [pack, setPack] = createSignal<TeamPack>()
  const read = async () => void setPack(await readPack(slug, entryId))
  createEffect(
    on([() => feed.stage()?.phase === 'final', feed.connected], async ([final]) => {
      if (!final || pack()) return
      await read().catch((failure) => {
        asProblem(failure)
      })
    }),
  )
  return { pack, read }
}
