import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { asProblem, type Problem } from './api.ts'
import { setEventZone } from './event-zone.ts'
import type { Feed } from './feed/feed.ts'
import { readEventAndLineUp } from './read-event.ts'
import type { Storage } from './storage.ts'

type Options = {
  storage?: Promise<Storage>
  /** For screens: reloads the line-up with every call and phase. Phones note the calls themselves, because a hall has many. */
  everyCall?: boolean
}

type StoredEvent = { event: Event; entries: Entry[] }
type StoredStage = { stage: StageSnapshot; seen: string[] }

const retryMs = 2_000
const missingRetryMs = 10_000

export const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const callKey = (stage: StageSnapshot | undefined) => stage && `${stage.onStage?.id}/${stage.phase}`

/** An event's settings and line-up, loaded again whenever the feed reports a change, and its stage. */
export function createLiveEvent(slug: string, { storage, everyCall = false }: Options = {}) {
  // Equal data must not redraw a ballot that somebody is tapping.
  const [event, setEvent] = createSignal<Event | undefined>(undefined, { equals: isEqual })
  const [entries, setEntries] = createSignal<Entry[]>([], { equals: isEqual })
  const [fresh, setFresh] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem>()
  const [lineUpVersion, setLineUpVersion] = createSignal(0)
  const [feed, setFeed] = createSignal<Pick<Feed, 'stage' | 'connected'>>()
  const [storedStage, setStoredStage] = createSignal<StageSnapshot>()
  const stage = createMemo(() => feed()?.stage() ?? storedStage())
  // Called since the line-up was last read, which therefore does not mark them as shown.
  const [calledSince, setCalledSince] = createSignal<string[]>([])
  const calledIds = createMemo(() => {
    const shownEntries = entries().filter((entry) => entry.shown)
    return new Set([...shownEntries.map((entry) => entry.id), ...calledSince()])
  })
  /** Takes ballots: called, or opened by the showcase. */
  const openIds = createMemo(() => {
    const listed = entries().filter((entry) => entry.open)
    return new Set([...listed.map((entry) => entry.id), ...calledIds()])
  })
  const onStage = createMemo(() => {
    const now = stage()?.onStage
    return now ? (entries().find((entry) => entry.id === now.id) ?? now) : undefined
  })
  const addCalled = (ids: string[]) =>
    setCalledSince((last) => (ids.every((id) => last.includes(id)) ? last : [...new Set([...last, ...ids])]))

  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(retry))

  /** A load under way may have begun before the latest change, so one more follows it. */
  function load(): Promise<void> {
    if (!running) {
      running = read().finally(() => {
        running = undefined
      })
      return running
    }
    next ??= running.then(() => {
      next = undefined
      return load()
    })
    return next
  }

  async function read() {
    clearTimeout(retry)
    try {
      const latest = await readEventAndLineUp(slug)
      setEntries(latest.entries)
      setLineUpVersion(latest.lineUpVersion)
      setEvent(latest.event)
      setFresh(true)
      setProblem(undefined)
      const { event, entries } = latest
      await (await storage)?.write<StoredEvent>(`${slug}/event`, () => ({ event, entries }))
    } catch (failure) {
      await restored
      setProblem(asProblem(failure))
      const waitMs = problem()?.code === 'no-such-event' ? missingRetryMs : retryMs
      retry = setTimeout(load, waitMs * (0.5 + Math.random()))
    }
  }

  async function restore() {
    const stored = await storage
    const [last, before] = await Promise.all([
      stored?.read<StoredEvent>(`${slug}/event`),
      stored?.read<StoredStage>(`${slug}/stage`),
    ])
    if (last && !event()) {
      setEventZone(last.event.timeZone)
      setEntries(last.entries)
      setEvent(last.event)
    }
    if (!before || before.stage.lineUpVersion < lineUpVersion()) return
    addCalled(before.seen)
    setStoredStage(before.stage)
  }
  const restored = restore()

  async function followStage(now: StageSnapshot | undefined, before: StageSnapshot | undefined) {
    if (!now) return
    if (now.onStage) addCalled([now.onStage.id])
    if (everyCall && callKey(now) !== callKey(before)) load()
    else loadVersion(now.lineUpVersion)
    await (await storage)?.write<StoredStage>(`${slug}/stage`, () => ({ stage: now, seen: calledSince() }))
  }

  async function loadVersion(version: number) {
    await (next ?? running)
    if (version > lineUpVersion()) load()
  }

  function follow(followed: Pick<Feed, 'stage' | 'connected'>) {
    setFeed(followed)
    createEffect(on(followed.stage, followStage))
    // The new line-up marks every called entry. Earlier calls are dropped, because the operator may have undone them.
    createEffect(
      on(
        lineUpVersion,
        () => {
          const id = followed.stage()?.onStage?.id
          setCalledSince(id === undefined ? [] : [id])
        },
        { defer: true },
      ),
    )
    // A disconnected phone may have missed a call, so it reloads the line-up if the stage changed meanwhile.
    let lastVersion: number | undefined
    createEffect(
      on([followed.connected, followed.stage], ([connected, now], before) => {
        const reconnected = connected && before && !before[0]
        if (reconnected && now && lastVersion !== undefined && now.version > lastVersion) load()
        if (connected && now) lastVersion = now.version
      }),
    )
  }

  load()
  return { event, entries, stage, onStage, calledIds, openIds, lineUpVersion, fresh, problem, load, follow }
}

export type LiveEvent = ReturnType<typeof createLiveEvent>
