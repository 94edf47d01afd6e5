import type { Entry } from '../schema/entry.ts'
import type { Event } from '../schema/event.ts'
import type { Judge } from '../schema/judge.ts'
import type { Session } from '../schema/session.ts'
import { type Caller, isRefusal, makeCaller } from './caller.ts'
import { sampleEvent } from './demo/sample-event.ts'
import { castEntries } from './judges/cast.ts'

/** The show cannot be played, with a sentence that says why. */
export class NotPlayable extends Error {}

/** The event that a rehearsal plays, with a caller for its organiser and one without a key. */
export type RehearsalTarget = {
  url: string
  event: Event
  organiserKey: string
  organiser: Caller
  nobody: Caller
  entries: Entry[]
  /** Seconds of talk and questions at speed 1. */
  times(entry: Entry): { talk: number; questions: number }
}

type TargetOptions = { url: string; key: string; entries: number; speed: number; name?: string; startsAt?: string }

/** How long a talk and its questions take at speed 1: short, so that eight of them can be watched. */
const talkSeconds = 30
const questionsSeconds = 10

/** With the owner's key a new event; with an organiser's that event, if nothing has been put into it yet. */
export async function createTarget(options: TargetOptions): Promise<RehearsalTarget> {
  const url = options.url.replace(/\/+$/, '')
  const nobody = makeCaller(url)
  const { role, eventSlug } = await whoseKey(nobody, url, options.key)
  const { event, organiserKey } =
    role === 'owner'
      ? await makeEvent(makeCaller(url, options.key), options)
      : { event: await emptyEvent(makeCaller(url, options.key), eventSlug!), organiserKey: options.key }
  const organiser = makeCaller(url, organiserKey)
  const entries: Entry[] = []
  for (const entry of castEntries(options.entries))
    entries.push((await organiser.post<{ entry: Entry }>(`/events/${event.slug}/entries`, entry)).entry)
  const times = () => ({ talk: talkSeconds, questions: questionsSeconds })
  return { url, event, organiserKey, organiser, nobody, entries, times }
}

/** An event that has its teams and its times already: a copy that was made to be played. Its clock runs `speed` times as fast as the hall's. */
export async function openCopy(copy: {
  url: string
  slug: string
  key: string
  speed: number
}): Promise<RehearsalTarget> {
  const { url, slug, key, speed } = copy
  const nobody = makeCaller(url)
  const { event } = await nobody.get<{ event: Event }>(`/events/${slug}`)
  const lineUp = await nobody.get<{ entries: Entry[] }>(`/events/${slug}/line-up`)
  const entries = lineUp.entries.filter((entry) => !entry.skipped).map((entry, n) => ({ ...entry, slot: n + 1 }))
  const times = (entry: Entry) => ({
    talk: (entry.talkSeconds ?? event.talkSeconds) * speed,
    questions: (entry.questionsSeconds ?? event.questionsSeconds) * speed,
  })
  return { url, event, organiserKey: key, organiser: makeCaller(url, key), nobody, entries, times }
}

async function whoseKey(nobody: Caller, url: string, key: string): Promise<Session> {
  const session = await nobody.post<Session>('/session', { key }).catch((failure: Error) => {
    if (isRefusal(failure) && failure.code === 'key-unknown')
      throw new NotPlayable('This key opens nothing here. Take the owner’s key, or an organiser’s.')
    if (isRefusal(failure)) throw new NotPlayable(`The server at ${url} said: ${failure.message}.`)
    throw new NotPlayable(`No Demo Hour answers at ${url}.`)
  })
  if (session.role === 'owner' || session.role === 'organiser') return session
  throw new NotPlayable(`This is a ${session.role}’s key. A show takes the owner’s key, or an organiser’s.`)
}

function makeEvent(
  owner: Caller,
  { speed, name, startsAt }: TargetOptions,
): Promise<{ event: Event; organiserKey: string }> {
  const shortened = (seconds: number) => Math.max(5, Math.round(seconds / speed))
  return owner.post('/events', {
    ...sampleEvent,
    ...(name === undefined ? {} : { name }),
    startsAt,
    talkSeconds: shortened(talkSeconds),
    questionsSeconds: shortened(questionsSeconds),
  })
}

async function emptyEvent(organiser: Caller, slug: string): Promise<Event> {
  const { event } = await organiser.get<{ event: Event }>(`/events/${slug}`)
  const { entries } = await organiser.get<{ entries: Entry[] }>(`/events/${slug}/line-up`)
  const { judges } = await organiser.get<{ judges: Judge[] }>(`/events/${slug}/judges`)
  const start = `“${event.name}” is not touched:`
  if (event.phase !== 'setup')
    throw new NotPlayable(`${start} its doors have been opened. A show needs an event of its own.`)
  if (entries.length > 0) throw new NotPlayable(`${start} it already has ${entries.length} of its own entries.`)
  if (judges.length > 0) throw new NotPlayable(`${start} it already has ${judges.length} judges on its panel.`)
  return event
}
