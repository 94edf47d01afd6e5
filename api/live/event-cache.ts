import { hashKey } from '../http/keys.ts'
import type { StoredEntry } from '../rules/event/entry.ts'
import type { Judge } from '../schema/judge.ts'
import { getEventId, getLineUp, type StoredEvent } from '../store/events.ts'
import { findJudge } from '../store/judges/judges.ts'
import { type Caller, findCaller } from '../store/keys.ts'
import type { Query } from '../store/sql.ts'
import type { Update } from './updates.ts'

export type CachedEvent = StoredEvent & { entries: StoredEntry[] }

/**
 * What many requests need within a second, read once and cached until an update. The cache may be behind the database: whoever is about
 * to refuse reads again first (`forget`), and each statement that writes checks for itself.
 */
export function createEventCache(sql: Query) {
  const events = makeReadCache<CachedEvent>(async (slug) => {
    const { event, entries } = await getLineUp(sql, slug)
    slugs.set(event.id, slug)
    return { ...event, entries }
  }, 200)
  const slugs = new Map<string, string>()
  const judges = makeReadCache<Judge | undefined>((key) => {
    const [eventId = '', judgeId = ''] = key.split(' ')
    return findJudge(sql, eventId, judgeId)
  }, 20_000)
  // A slug names the same event until that is deleted.
  const ids = makeReadCache((slug) => getEventId(sql, slug), 1000)
  const callers = makeReadCache<Caller | undefined>((hash) => findCaller(sql, Buffer.from(hash, 'base64')), 20_000)
  let keysVersion = 0
  function forgetKeys(): void {
    keysVersion += 1
    callers.forgetAll()
  }

  return {
    eventId: (slug: string) => ids.get(slug),
    event: (slug: string) => events.get(slug),
    judge: (eventId: string, judgeId: string) => judges.get(`${eventId} ${judgeId}`),

    async findCaller(key: string): Promise<Caller | undefined> {
      const hash = hashKey(key).toString('base64')
      const caller = await callers.get(hash)
      // A wrong key is not cached: guesses must not fill the memory.
      if (!caller) callers.forget(hash)
      return caller
    },

    /**
     * Caches the event as a cue leaves it, while that is being saved, so that the next press need not read it. Without a result, or when
     * the cue fails, whoever waits reads the database.
     */
    replaceEvent: (slug: string, saved: Promise<CachedEvent | undefined>) => events.replace(slug, saved),

    forget(event: StoredEvent, judgeId?: string): void {
      events.forget(event.slug)
      if (judgeId !== undefined) judges.forget(`${event.id} ${judgeId}`)
    },

    forgetKeys,

    apply(update: Update): void {
      switch (update.kind) {
        case 'stage':
          events.forgetUnless(slugs.get(update.eventId) ?? '', ({ version }) => version >= (update.version ?? Infinity))
          break
        case 'line-up':
          events.forget(slugs.get(update.eventId) ?? '')
          break
        case 'judge':
          judges.forget(`${update.eventId} ${update.judgeId}`)
          break
        case 'keys':
          forgetKeys()
          break
        case 'panel':
        case 'people-removed':
          judges.forgetAll()
          break
        case 'deleted':
          forgetKeys()
          judges.forgetAll()
          slugs.delete(update.eventId)
          events.forget(update.slug)
          ids.forget(update.slug)
      }
    },

    /** Grows whenever a key may have been revoked: what was authenticated before is authenticated again. */
    keysVersion: () => keysVersion,

    forgetAll(): void {
      ids.forgetAll()
      events.forgetAll()
      judges.forgetAll()
      forgetKeys()
    },
  }
}

export type EventCache = ReturnType<typeof createEventCache>

function makeReadCache<Value>(read: (key: string) => Promise<Value>, most: number) {
  const cached = new Map<string, Promise<Value>>()
  const forget = (key: string) => cached.delete(key)
  function put(key: string, value: Promise<Value>): Promise<Value> {
    if (cached.size >= most) cached.clear()
    cached.set(key, value)
    value.catch(() => cached.get(key) === value && forget(key))
    return value
  }
  return {
    get: (key: string): Promise<Value> => cached.get(key) ?? put(key, read(key)),
    replace(key: string, value: Promise<Value | undefined>): void {
      const orRead = value.then(
        (result) => result ?? read(key),
        () => read(key),
      )
      put(key, orRead)
    },
    forget,
    /** Caches the value only if it is still current when it arrives. */
    forgetUnless(key: string, isCurrent: (value: Value) => boolean): void {
      const known = cached.get(key)
      if (!known) return
      const check = (value: Value) => !isCurrent(value) && cached.get(key) === known && forget(key)
      known.then(check, () => {})
    },
    forgetAll: () => cached.clear(),
  }
}
