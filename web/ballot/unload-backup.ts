import { isSaved, type Outbox, type StoredBallot, toStored } from './held-ballot.ts'

/** Backs up unsaved ballots while a page unloads: only localStorage is written in time then. The next page reads the backup. */
export function createUnloadBackup(prefix: string) {
  const key = `demo-hour/last-words/${prefix}`
  let leaving = false

  function update(outbox: Outbox) {
    if (!leaving) return
    const unsaved = Object.values(outbox).filter((held) => !isSaved(held))
    try {
      if (unsaved.length) localStorage.setItem(key, JSON.stringify(unsaved.map(toStored)))
    } catch {}
  }

  function read(): StoredBallot[] {
    try {
      const backup = JSON.parse(localStorage.getItem(key) ?? '[]')
      localStorage.removeItem(key)
      return backup
    } catch {
      return []
    }
  }

  return {
    read,
    update,
    leave(outbox: Outbox) {
      leaving = true
      update(outbox)
    },
    stay() {
      leaving = false
      read()
    },
  }
}
