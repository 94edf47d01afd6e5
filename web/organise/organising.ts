import { createEffect, createMemo, createSignal, on } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Cost } from '../../api/schema/cost.ts'
import type { Entry } from '../../api/schema/entry.ts'
import type { CriterionBody, Event, EventChanges } from '../../api/schema/event.ts'
import type { Judge } from '../../api/schema/judge.ts'
import { api, ask, asProblem } from '../core/api.ts'
import { sendPicture } from '../core/browser/send-picture.ts'
import { readEventAndLineUp } from '../core/event.ts'
import { createFeed } from '../core/feed/feed.ts'

export type Prize = { id?: string; name: string; citation: string; entryId: string | null }

export type Organised = {
  event: Event
  entries: Entry[]
  judges: Judge[]
  prizes: Prize[]
  /** Personal links by entry and judge, as far as this page was given them: the server keeps only their hashes. */
  links: Record<string, string>
}

/** Everything the organiser sets up, read whole. Also proves that this browser may. */
export async function readOrganised(slug: string): Promise<Omit<Organised, 'links'>> {
  const param = { slug }
  const at = api.events[':slug']
  const [{ event, entries }, { judges }, { prizes }] = await Promise.all([
    readEventAndLineUp(slug),
    ask<{ judges: Judge[] }>(at.judges.$get({ param })),
    ask<{ prizes: Prize[] }>(at.prizes.$get({ param })),
  ])
  return { event, entries, judges, prizes }
}

/** The event as it is set up, kept up to date with what other laptops and the door do. */
export function createOrganising(slug: string, read: Omit<Organised, 'links'>) {
  const [now, setNow] = createStore<Organised>({ ...read, links: {} })
  const feed = createFeed(slug, { as: 'organiser' })
  const param = { slug }
  const [forgotten, setForgotten] = createSignal(0)

  let underWay = 0
  let changes = 0
  let soon: ReturnType<typeof setTimeout> | undefined

  async function refresh() {
    const before = changes
    if (underWay > 0) return
    try {
      const fresh = await readOrganised(slug)
      if (changes !== before) return
      setNow('event', reconcile(fresh.event))
      setNow('entries', reconcile(fresh.entries))
      setNow('judges', reconcile(fresh.judges))
      setNow('prizes', reconcile(fresh.prizes))
    } catch (failure) {
      // The next update asks again.
      asProblem(failure)
    }
  }
  function refreshSoon() {
    clearTimeout(soon)
    soon = setTimeout(refresh, 150)
  }

  /** One's own change: what was read while it was on its way may be older than what is shown, so it is read again after. */
  async function own<T>(change: () => Promise<T>): Promise<T> {
    underWay += 1
    changes += 1
    try {
      return await change()
    } finally {
      underWay -= 1
      refreshSoon()
    }
  }

  // Who is called on stage shows in the line-up too.
  const outside = createMemo(() => [feed.stage()?.lineUpVersion, feed.stage()?.phase, feed.stage()?.onStage?.id].join())
  const panel = createMemo(() =>
    JSON.stringify(feed.desk()?.panel.map(({ id, name, status, away }) => [id, name, status, away])),
  )
  createEffect(on([outside, panel], refreshSoon, { defer: true }))

  return {
    slug,
    now,
    setNow,
    own,
    listening: () => feed.desk()?.listening ?? 0,
    connected: feed.connected,
    /** The server was there and is not: a page that has just opened says nothing of it. */
    cutOff: () => feed.stage() !== undefined && !feed.connected(),
    /** Changes with every judge who finishes a ballot. */
    progress: createMemo(() => JSON.stringify(feed.desk()?.panel.map((judge) => [judge.id, judge.done]))),
    /** Some judge has finished a ballot, so that a change of the rubric may cost some. */
    scored: () => feed.desk()?.panel.some((judge) => judge.done > 0) ?? false,
    /** For how many teams a judge is done: what leaves the result when they leave the panel. */
    finishedBy: (judgeId: string) => feed.desk()?.panel.find((judge) => judge.id === judgeId)?.done ?? 0,
    saveEvent: (changes: EventChanges) =>
      own(async () => {
        const { event } = await ask<{ event: Event }>(api.events[':slug'].$patch({ param, json: changes }))
        setNow('event', reconcile(event))
      }),
    /** `accept`: what it costs, as the person was shown when it was refused without. */
    saveRubric: (criteria: CriterionBody[], accept?: Cost) =>
      own(async () => {
        await ask(api.events[':slug'].rubric.$put({ param, json: { criteria, accept } }))
        const { event } = await ask<{ event: Event }>(api.events[':slug'].$get({ param }))
        setNow('event', reconcile(event))
      }),
    savePrizes: (prizes: Prize[]) =>
      own(async () => {
        const saved = await ask<{ prizes: Prize[] }>(api.events[':slug'].prizes.$put({ param, json: { prizes } }))
        setNow('prizes', reconcile(saved.prizes))
      }),
    /** Without a picture: takes it away. Its address comes with the event. */
    changePicture: (picture: Blob | undefined) =>
      own(async () => {
        await sendPicture(slug, null, picture)
        const { event } = await ask<{ event: Event }>(api.events[':slug'].$get({ param }))
        setNow('event', reconcile(event))
      }),
    gone: feed.gone,
    /** How often the people's data were removed while this page was open. */
    forgotten,
    /** Gives the names of the server's files that could not be taken away. */
    forgetPeople: () =>
      own(async () => {
        const { filesLeft } = await ask<{ filesLeft: string[] }>(api.events[':slug'].people.$delete({ param }))
        setForgotten(forgotten() + 1)
        return filesLeft
      }),
  }
}

export type Organising = ReturnType<typeof createOrganising>

/** Where this server is for everyone: what the room's code says, without the code. */
export const publicAddress = (event: Event) => event.joinUrl.slice(0, -event.code.length - 1)
