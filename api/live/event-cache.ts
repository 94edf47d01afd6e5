import { hashKey } from '../http/keys.ts'
import type { StoredEntry } from '../rules/event/entry.ts'
import type { Judge } from '../schema/judge.ts'
import { listEntries } from '../store/entries.ts'
import { getEvent, getEventId, type StoredEvent } from '../store/events.ts'
import { findJudge } from '../store/judges.ts'
import { type Caller, findCaller } from '../store/keys.ts'
import type { Query } from '../store/sql.ts'

/** An event with its entries: all that a ballot is checked against. */
export type EventAtHand = StoredEvent & { entries: StoredEntry[] }

/**
 * What many requests ask for within a second, read once and kept until a commit says that it changed. Nothing here is the truth:
 * whoever refuses on the strength of it looks again first (`forget`), and the statement that writes checks for itself.
 */
export function createEventCache(sql: Query) {
  const events = makeRecall<EventAtHand>(async (slug) => {
    const event = await getEvent(sql, slug)
    slugs.set(event.id, slug)
    return { ...event, entries: await listEntries(sql, event.id) }
  }, 200)
  const slugs = new Map<string, string>()
  const judges = makeRecall<Judge | undefined>((key) => {
    const [eventId = '', judgeId = ''] = key.split(' ')
    return findJudge(sql, eventId, judgeId)
  }, 20_000)
  // An address stands for the same event as long as it stands for one.
  const ids = makeRecall((slug) => getEventId(sql, slug), 1000)
  const callers = makeRecall<Caller | undefined>((hash) => findCaller(sql, Buffer.from(hash, 'base64')), 20_000)

  return {
    eventId: (slug: string) => ids.get(slug),
    event: (slug: string) => events.get(slug),
    judge: (eventId: string, judgeId: string) => judges.get(`${eventId} ${judgeId}`),

    /** Who holds a key; undefined for a key that is unknown or revoked. */
    async findCaller(key: string): Promise<Caller | undefined> {
      const hash = hashKey(key).toString('base64')
      const caller = await callers.get(hash)
      // A wrong key is not kept: a guesser must not fill the memory.
      if (!caller) callers.forget(hash)
      return caller
    },

    forget(event: StoredEvent, judgeId?: string): void {
      events.forget(event.slug)
      if (judgeId !== undefined) judges.forget(`${event.id} ${judgeId}`)
    },

    /** A commit was told of: `<eventId> stage | count | keys | judge <id> | forgotten <slug> | gone <slug>`. */
    hear(payload: string): void {
      const [eventId = '', what, which = ''] = payload.split(' ')
      if (what === 'stage') events.forget(slugs.get(eventId) ?? '')
      if (what === 'judge') judges.forget(`${eventId} ${which}`)
      if (what === 'keys' || what === 'gone') callers.forgetAll()
      if (what === 'gone' || what === 'forgotten') judges.forgetAll()
      if (what === 'gone') {
        slugs.delete(eventId)
        events.forget(which)
        ids.forget(which)
      }
    },

    forgetAll(): void {
      ids.forgetAll()
      events.forgetAll()
      judges.forgetAll()
      callers.forgetAll()
    },
  }
}

export type EventCache = ReturnType<typeof createEventCache>

function makeRecall<Value>(read: (key: string) => Promise<Value>, most: number) {
  const kept = new Map<string, Promise<Value>>()
  const forget = (key: string) => kept.delete(key)
  return {
    get(key: string): Promise<Value> {
      const held = kept.get(key)
      if (held) return held
      if (kept.size >= most) kept.clear()
      const value = read(key)
      kept.set(key, value)
      // A failure is not worth keeping.
      value.catch(() => kept.get(key) === value && forget(key))
      return value
    },
    forget,
    forgetAll: () => kept.clear(),
  }
}
