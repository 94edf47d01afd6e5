import { ask } from '../../web/core/api.ts'
import type { Entry } from '../schema/entry.ts'
import type { Event } from '../schema/event.ts'
import type { Judge } from '../schema/judge.ts'
import type { Challenge } from '../schema/judging/challenge.ts'
import type { Session } from '../schema/session.ts'
import { type ApiClient, createApiClient, isRefusal } from './api-client.ts'
import { sampleEvent } from './demo/sample-event.ts'
import { createEntries } from './judges/profiles.ts'

export class NotPlayable extends Error {}

export type RehearsalTarget = {
  url: string
  event: Event
  organiserKey: string
  organiser: ApiClient
  anonymous: ApiClient
  entries: Entry[]
  /** In seconds at speed 1. */
  times(entry: Entry): { talk: number; questions: number }
}

type TargetOptions = {
  url: string
  key: string
  entries: number
  speed: number
  anyOrder?: boolean
  name?: string
  startsAt?: string
}

/** Seconds, short enough for people to watch all eight talks. */
const talkSeconds = 30
const questionsSeconds = 10

/** With the owner's key creates an event; with an organiser's key uses that event, if it has no entries and judges yet. */
export async function createTarget(options: TargetOptions): Promise<RehearsalTarget> {
  const url = options.url.replace(/\/+$/, '')
  const anonymous = createApiClient(url)
  const { role, eventSlug } = await getSession(anonymous, url, options.key)
  const { event, organiserKey } =
    role === 'owner'
      ? await createEvent(createApiClient(url, options.key), options)
      : { event: await getEmptyEvent(createApiClient(url, options.key), eventSlug!), organiserKey: options.key }
  const organiser = createApiClient(url, organiserKey)
  const param = { slug: event.slug }
  const entries: Entry[] = []
  for (const entry of createEntries(options.entries))
    entries.push(
      (await ask<{ entry: Entry }>(organiser.api.events[':slug'].entries.$post({ param, json: entry }))).entry,
    )
  const challenge = {
    ...{
      name: 'Best use of open data',
      givenBy: 'The data team',
      criteria: [{ name: 'How open is the data?', max: 5 }],
    },
    entryIds: entries.filter((_, n) => n % 2 === 0).map(({ id }) => id),
  }
  const route = organiser.api.events[':slug'].challenges
  const { challenges } = await ask<{ challenges: Challenge[] }>(
    route.$put({ param, json: { challenges: [challenge] } }),
  )
  const times = () => ({ talk: talkSeconds, questions: questionsSeconds })
  return { url, event: { ...event, challenges }, organiserKey, organiser, anonymous, entries, times }
}

/** The copy's times are already divided by `speed`. */
export async function openCopy(copy: {
  url: string
  slug: string
  key: string
  speed: number
}): Promise<RehearsalTarget> {
  const { url, slug, key, speed } = copy
  const anonymous = createApiClient(url)
  const routes = anonymous.api.events[':slug']
  const { event } = await ask<{ event: Event }>(routes.$get({ param: { slug } }))
  const lineUp = await ask<{ entries: Entry[] }>(routes['line-up'].$get({ param: { slug } }))
  const entries = lineUp.entries.filter((entry) => !entry.skipped).map((entry, n) => ({ ...entry, slot: n + 1 }))
  const times = (entry: Entry) => ({
    talk: (entry.talkSeconds ?? event.talkSeconds) * speed,
    questions: (entry.questionsSeconds ?? event.questionsSeconds) * speed,
  })
  return { url, event, organiserKey: key, organiser: createApiClient(url, key), anonymous, entries, times }
}

async function getSession(anonymous: ApiClient, url: string, key: string): Promise<Session> {
  const session = await ask<Session>(anonymous.api.session.$post({ json: { key } })).catch((failure: Error) => {
    if (isRefusal(failure) && failure.code === 'key-unknown')
      throw new NotPlayable('This server does not know the key. Use the owner’s key, or an organiser’s.')
    if (isRefusal(failure)) throw new NotPlayable(`The server at ${url} refused the key: ${failure.message}.`)
    throw new NotPlayable(`No Demo Hour answers at ${url}.`)
  })
  if (session.role === 'owner' || session.role === 'organiser') return session
  throw new NotPlayable(`This is a ${session.role}’s key. A show needs the owner’s key, or an organiser’s.`)
}

function createEvent(
  owner: ApiClient,
  { speed, anyOrder, name, startsAt }: TargetOptions,
): Promise<{ event: Event; organiserKey: string }> {
  const shorten = (seconds: number) => Math.max(5, Math.round(seconds / speed))
  const json = {
    ...sampleEvent,
    ...(name === undefined ? {} : { name }),
    ...(anyOrder ? { scoring: 'any-order' as const } : {}),
    startsAt,
    talkSeconds: shorten(talkSeconds),
    questionsSeconds: shorten(questionsSeconds),
  }
  return ask(owner.api.events.$post({ json }))
}

async function getEmptyEvent(organiser: ApiClient, slug: string): Promise<Event> {
  const routes = organiser.api.events[':slug']
  const param = { slug }
  const { event } = await ask<{ event: Event }>(routes.$get({ param }))
  const { entries } = await ask<{ entries: Entry[] }>(routes['line-up'].$get({ param }))
  const { judges } = await ask<{ judges: Judge[] }>(routes.judges.$get({ param }))
  const start = `“${event.name}” is left as it is:`
  if (event.phase !== 'setup')
    throw new NotPlayable(`${start} its doors have been opened. A show needs an event of its own.`)
  if (entries.length > 0) throw new NotPlayable(`${start} it already has ${entries.length} of its own entries.`)
  if (judges.length > 0) throw new NotPlayable(`${start} it already has ${judges.length} judges on its panel.`)
  return event
}
