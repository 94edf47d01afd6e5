import { isSaved, type Kept, type Outbox, toKept } from './held-ballot.ts'

/**
 * What was written in the very moment in which a page goes away: there is no time left for the database, so it is jotted down
 * where writing takes no time, and the next page reads it.
 */
export function makeLastWords(prefix: string) {
  const key = `demo-hour/last-words/${prefix}`
  let leaving = false

  /** To be told of every change: those that come while the page is leaving are jotted down. */
  function changed(box: Outbox) {
    if (!leaving) return
    const unsaved = Object.values(box).filter((held) => !isSaved(held))
    try {
      if (unsaved.length) localStorage.setItem(key, JSON.stringify(unsaved.map(toKept)))
    } catch {}
  }

  /** What the page before jotted down, once. */
  function read(): Kept[] {
    try {
      const jotted = JSON.parse(localStorage.getItem(key) ?? '[]')
      localStorage.removeItem(key)
      return jotted
    } catch {
      return []
    }
  }

  return {
    read,
    changed,
    leave(box: Outbox) {
      leaving = true
      changed(box)
    },
    /** The page was only put aside and is back. */
    stay() {
      leaving = false
      read()
    },
  }
}
