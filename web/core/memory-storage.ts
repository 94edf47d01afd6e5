export type Storage = {
  read<T>(key: string): Promise<T | undefined>
  list<T>(prefix: string): Promise<T[]>
  /** Never rejects; resolves with whether the value outlives the page. */
  write<T>(key: string, merge: (stored: T | undefined) => T): Promise<boolean>
  remove(key: string): Promise<void>
}

/** For browsers without lasting storage, such as some private windows. `write` resolves with false. */
export function createMemoryStorage(): Storage {
  const values = new Map<string, unknown>()
  return {
    read: async <T>(key: string) => values.get(key) as T | undefined,
    list: async <T>(prefix: string) => [...values].filter(([key]) => key.startsWith(prefix)).map(([, v]) => v as T),
    async write<T>(key: string, merge: (stored: T | undefined) => T) {
      values.set(key, merge(values.get(key) as T | undefined))
      return false
    },
    async remove(key) {
      values.delete(key)
    },
  }
}
