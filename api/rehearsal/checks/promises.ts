const sentences = {
  saved: 'An acknowledged ballot is stored at the end, as it was last tapped',
  single: 'One judge has one ballot for an entry, whatever the network did',
  repeat: 'A ballot that is sent again is answered with success, and an older one never replaces a newer one',
  turn: 'No entry takes a ballot before it is on stage or in an open showcase',
  waiting: 'Nobody scores before the desk has admitted them',
  closed: 'No ballot that arrives after scoring has closed is acknowledged',
  counted: 'The result counts every acknowledged ballot and no other',
  count: 'The stage shows the right number of judges who have scored',
  press: 'Two desks cannot press twice',
  newest: 'Every screen ends with the newest update',
  secret: 'No score, rank or winner reaches a screen, a phone or the desk before its step has been shown',
  sealed: 'The result stays sealed until it is published, and then everyone can read it',
  archive: 'The archive opens when scoring has closed, to the organiser alone, and contains every acknowledged ballot',
  private: 'The room receives only what the stage shows: no judge by name, nothing for the desk',
  answered: 'Every call is answered as the contract says',
} as const

export type PromiseName = keyof typeof sentences
export type BrokenPromise = { sentence: string; times: number; first: string }

export function createPromiseChecks() {
  const checkCounts = new Map<PromiseName, number>()
  const failures = new Map<PromiseName, string[]>()
  const names = Object.keys(sentences) as PromiseName[]
  return {
    check(name: PromiseName, holds: boolean, describe: () => string): void {
      checkCounts.set(name, (checkCounts.get(name) ?? 0) + 1)
      if (!holds) failures.set(name, [...(failures.get(name) ?? []), describe()])
    },
    listHeld: () => names.filter((name) => checkCounts.has(name) && !failures.has(name)).map((name) => sentences[name]),
    listUnchecked: () => names.filter((name) => !checkCounts.has(name)).map((name) => sentences[name]),
    listBroken: (): BrokenPromise[] =>
      [...failures].map(([name, descriptions]) => ({
        sentence: sentences[name],
        times: descriptions.length,
        first: descriptions[0] ?? '',
      })),
    countChecks: () => [...checkCounts.values()].reduce((sum, times) => sum + times, 0),
  }
}

export type Promises = ReturnType<typeof createPromiseChecks>
