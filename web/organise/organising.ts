import { createEffect, createMemo, createSignal, on } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Disqualification } from '../../api/schema/award-decisions.ts'
import type { Entry } from '../../api/schema/entry.ts'
import type { Event, EventChanges } from '../../api/schema/event.ts'
import type { Judge } from '../../api/schema/judge.ts'
import type { Challenge, ChallengesBody } from '../../api/schema/judging/challenge.ts'
import type { Cost } from '../../api/schema/judging/cost.ts'
import type { CriterionBody } from '../../api/schema/judging/criterion.ts'
import type { IssuedKey } from '../../api/schema/session.ts'
import { api, ask, asProblem } from '../core/api.ts'
import { sendPicture } from '../core/browser/send-picture.ts'
import { listKeys } from '../core/event-admin.ts'
import { createFeed } from '../core/feed/feed.ts'
import { readEventAndLineUp } from '../core/read-event.ts'
import { matchLinks, readTabLinks, saveTabLinks, type TabLinks } from './links/tab-links.ts'
import { warnOfUnsavedLinks } from './links/warn-unsaved.ts'

const routes = api.events[':slug']

export type Prize = { id?: string; name: string; citation: string; entryIds: string[] }

export type Organised = {
  event: Event
  entries: Entry[]
  judges: Judge[]
  prizes: Prize[]
  disqualified: Disqualification[]
  keys: IssuedKey[]
  links: TabLinks
}

export async function readOrganised(slug: string): Promise<Omit<Organised, 'links'>> {
  const param = { slug }
  const [{ event, entries }, { judges }, { prizes }, { disqualified }, keys] = await Promise.all([
    readEventAndLineUp(slug),
    ask<{ judges: Judge[] }>(routes.judges.$get({ param })),
    ask<{ prizes: Prize[] }>(routes.prizes.$get({ param })),
    ask<{ disqualified: Disqualification[] }>(routes.disqualified.$get({ param })),
    listKeys(slug),
  ])
  return { event, entries, judges, prizes, disqualified, keys }
}

export function createOrganising(slug: string, read: Omit<Organised, 'links'>) {
  const [now, setNow] = createStore<Organised>({ ...read, links: matchLinks(readTabLinks(slug), read.keys) })
  const feed = createFeed(slug, { as: 'organiser' })
  const param = { slug }
  const [forgotten, setForgotten] = createSignal(0)

  let underWay = 0
  let changes = 0
  let refreshTimer: ReturnType<typeof setTimeout> | undefined

  function setKeys(keys: IssuedKey[]) {
    setNow('keys', reconcile(keys))
    setNow('links', reconcile(matchLinks(now.links, keys)))
  }
  async function refresh() {
    const before = changes
    if (underWay > 0) return
    try {
      const latest = await readOrganised(slug)
      if (changes !== before) return
      setNow('event', reconcile(latest.event))
      setNow('entries', reconcile(latest.entries))
      setNow('judges', reconcile(latest.judges))
      setNow('prizes', reconcile(latest.prizes))
      setNow('disqualified', reconcile(latest.disqualified))
      setKeys(latest.keys)
    } catch (failure) {
      // The next update retries.
      asProblem(failure)
    }
  }
  function refreshSoon() {
    clearTimeout(refreshTimer)
    refreshTimer = setTimeout(refresh, 150)
  }

  /** Runs a change of this page. A refresh that overlaps it may be stale, so another one follows. */
  async function save<T>(change: () => Promise<T>): Promise<T> {
    underWay += 1
    changes += 1
    try {
      return await change()
    } finally {
      underWay -= 1
      refreshSoon()
    }
  }

  const stageKey = createMemo(() =>
    [feed.stage()?.lineUpVersion, feed.stage()?.phase, feed.stage()?.onStage?.id].join(),
  )
  const panel = createMemo(() =>
    JSON.stringify(feed.desk()?.panel.map(({ id, name, status, away }) => [id, name, status, away])),
  )
  createEffect(on([stageKey, panel], refreshSoon, { defer: true }))
  createEffect(() => saveTabLinks(slug, now.links))
  warnOfUnsavedLinks(() => Object.values(now.links).some((link) => link.unsaved))

  return {
    slug,
    now,
    setNow,
    save,
    /** `unsaved`: the organiser asked for this link. */
    addLink(page: 'judge' | 'team', id: string, key: string, unsaved: boolean) {
      setNow('links', id, { address: `${publicAddress(now.event)}/e/${slug}/${page}#k=${key}`, keyId: null, unsaved })
    },
    markLinksSaved(ids: readonly string[]) {
      for (const id of ids) if (now.links[id]) setNow('links', id, 'unsaved', false)
    },
    readKeys: async () => setKeys(await listKeys(slug)),
    ready: () => feed.desk()?.ready ?? [],
    listening: () => feed.desk()?.listening ?? 0,
    connected: feed.connected,
    cutOff: () => feed.stage() !== undefined && !feed.connected(),
    progress: createMemo(() => JSON.stringify(feed.desk()?.panel.map((judge) => [judge.id, judge.done]))),
    /** Empty unless a showcase has opened the teams and scoring is open. */
    visits: () => feed.desk()?.visits ?? [],
    scored: () => feed.desk()?.panel.some((judge) => judge.done > 0) ?? false,
    finishedBy: (judgeId: string) => feed.desk()?.panel.find((judge) => judge.id === judgeId)?.done ?? 0,
    saveEvent: (changes: EventChanges) =>
      save(async () => {
        const { event } = await ask<{ event: Event }>(routes.$patch({ param, json: changes }))
        setNow('event', reconcile(event))
      }),
    saveRubric: (criteria: CriterionBody[], accept?: Cost) =>
      save(async () => {
        await ask(routes.rubric.$put({ param, json: { criteria, accept } }))
        const { event } = await ask<{ event: Event }>(routes.$get({ param }))
        setNow('event', reconcile(event))
      }),
    saveChallenges: ({ challengeOnlyIds, ...json }: ChallengesBody & { challengeOnlyIds: string[] }) =>
      save(async () => {
        await ask(routes.challenges.$put({ param, json: { ...json, challengeOnlyIds } }))
        const { event } = await ask<{ event: Event }>(routes.$get({ param }))
        setNow('event', reconcile(event))
        setNow('judges', {}, (judge) => ({ challengeOnly: challengeOnlyIds.includes(judge.id) }))
      }),
    readChallenges: async () => (await ask<{ challenges: Challenge[] }>(routes.challenges.$get({ param }))).challenges,
    savePrizes: (prizes: Prize[]) =>
      save(async () => {
        const json = { prizes: prizes.map(({ id, name, citation, entryIds }) => ({ id, name, citation, entryIds })) }
        const saved = await ask<{ prizes: Prize[] }>(routes.prizes.$put({ param, json }))
        setNow('prizes', reconcile(saved.prizes))
      }),
    disqualify: (id: string, reason: string) =>
      save(async () => {
        const { disqualify } = routes.entries[':id']
        const changed = await ask<Pick<Organised, 'disqualified'>>(
          disqualify.$post({ param: { slug, id }, json: { reason } }),
        )
        setNow('disqualified', reconcile(changed.disqualified))
      }),
    reinstate: (id: string) =>
      save(async () => {
        const { reinstate } = routes.entries[':id']
        const changed = await ask<Pick<Organised, 'disqualified'>>(reinstate.$post({ param: { slug, id } }))
        setNow('disqualified', reconcile(changed.disqualified))
      }),
    changePicture: (picture: Blob | undefined) =>
      save(async () => {
        await sendPicture(slug, null, picture)
        const { event } = await ask<{ event: Event }>(routes.$get({ param }))
        setNow('event', reconcile(event))
      }),
    gone: feed.gone,
    forgotten,
    forgetPeople: () =>
      save(async () => {
        const { filesLeft } = await ask<{ filesLeft: string[] }>(routes.people.$delete({ param }))
        setForgotten(forgotten() + 1)
        return filesLeft
      }),
  }
}

export type Organising = ReturnType<typeof createOrganising>

export const publicAddress = (event: Event) => event.joinUrl.slice(0, -event.code.length - 1)
