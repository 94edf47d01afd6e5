/** What the product promises, as far as anyone with a key can see it from outside. */
const sentences = {
  saved: 'A ballot that was acknowledged is there at the end, as it was last tapped',
  one: 'One judge has one ballot for an entry, whatever the network did',
  repeat: 'A ballot that is sent again reads as success, and an older one never replaces a newer',
  turn: 'No entry takes a ballot before it has been on stage',
  waiting: 'Nobody scores before the desk has let them in',
  closed: 'No ballot that arrives after scoring has closed is acknowledged',
  counted: 'The result counts every acknowledged ballot and no other',
  count: 'The stage says rightly how many judges are in',
  press: 'Two desks cannot press twice',
  newest: 'Every screen ends with the newest update',
  secret: 'No score, rank or winner reaches a screen, a phone or the desk before its step has been shown',
  sealed: 'The result stays sealed until it is published, and then everyone can read it',
  archive: 'The archive opens when scoring has closed, to the organiser alone, and holds every acknowledged ballot',
  apart: 'The room is told of the stage alone: no judge by name, nothing that is meant for the desk',
  answered: 'Every call is answered, and as the contract says',
} as const

export type PromiseName = keyof typeof sentences
export type Broken = { sentence: string; times: number; first: string }

/** Counts the tests of each promise and collects its failures. */
export function makePromises() {
  const tried = new Map<PromiseName, number>()
  const failures = new Map<PromiseName, string[]>()
  const names = Object.keys(sentences) as PromiseName[]
  return {
    /** Records one test of a promise; `what` describes the failure. */
    check(name: PromiseName, holds: boolean, what: () => string): void {
      tried.set(name, (tried.get(name) ?? 0) + 1)
      if (!holds) failures.set(name, [...(failures.get(name) ?? []), what()])
    },
    kept: () => names.filter((name) => tried.has(name) && !failures.has(name)).map((name) => sentences[name]),
    untried: () => names.filter((name) => !tried.has(name)).map((name) => sentences[name]),
    broken: (): Broken[] =>
      [...failures].map(([name, seen]) => ({ sentence: sentences[name], times: seen.length, first: seen[0] ?? '' })),
    tests: () => [...tried.values()].reduce((sum, times) => sum + times, 0),
  }
}

export type Promises = ReturnType<typeof makePromises>
