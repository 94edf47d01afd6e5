import { createStore, del, entries, get, update } from 'idb-keyval'
import { createMemoryStorage, type Storage } from './memory-storage.ts'

export type { Storage }

const keyPrefix = 'demo-hour/'
const within = <T>(work: Promise<T>, limitMs: number): Promise<T> =>
  Promise.race([work, new Promise<never>((_, reject) => setTimeout(reject, limitMs))])

/** Each change is one transaction, because two tabs may write at once. */
function createDatabaseStorage(): Storage {
  const store = createStore('demo-hour', 'kept')
  return {
    read: (key) => get(key, store),
    list: async <T>(prefix: string) =>
      (await entries<string, T>(store)).filter(([key]) => key.startsWith(prefix)).map(([, value]) => value),
    write: (key, merge) => update(key, merge, store).then(() => true),
    remove: (key) => del(key, store),
  }
}

function createLocalStorage(): Storage {
  const parse = (text: string | null) => (text === null ? undefined : JSON.parse(text))
  return {
    read: async (key) => parse(localStorage.getItem(keyPrefix + key)),
    list: async (prefix) =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(keyPrefix + prefix))
        .map((key) => parse(localStorage.getItem(key))),
    async write(key, merge) {
      localStorage.setItem(keyPrefix + key, JSON.stringify(merge(parse(localStorage.getItem(keyPrefix + key)))))
      return true
    },
    remove: async (key) => localStorage.removeItem(keyPrefix + key),
  }
}

async function openWorking(make: () => Storage): Promise<Storage | undefined> {
  try {
    const storage = make()
    await within(
      storage.write('probe', () => 1),
      2000,
    )
    return storage
  } catch {
    return undefined
  }
}

/** A write that the phone's storage refuses (full) goes to memory and resolves with false. */
export async function openStorage(): Promise<Storage> {
  const memory = createMemoryStorage()
  const best = (await openWorking(createDatabaseStorage)) ?? (await openWorking(createLocalStorage)) ?? memory
  return {
    read: async <T>(key: string) => (await memory.read<T>(key)) ?? best.read<T>(key),
    list: (prefix) => best.list(prefix),
    async write(key, merge) {
      try {
        const stored = await best.write(key, merge)
        if (best !== memory) await memory.remove(key)
        return stored
      } catch {
        return memory.write(key, merge)
      }
    },
    async remove(key) {
      await memory.remove(key)
      await best.remove(key).catch(() => {})
    },
  }
}
