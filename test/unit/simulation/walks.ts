import { whereNext } from '../../../api/rules/show/where-next.ts'

export type Size = { entries: number; judges: number; visitsPerJudge: number }
/** The entries that each judge visits, in order. */
export type Walks = number[][]
export type Walk = (size: Size, uniform: () => number) => Walks

const range = (count: number) => Array.from({ length: count }, (_, n) => n)

/** Round the room from one entry. A judge passes over one table in ten, which is crowded, and comes back to it at the end. */
function walkFrom(start: number, { entries, visitsPerJudge }: Size, uniform: () => number): number[] {
  const order = range(entries).map((n) => (start + n) % entries)
  const crowded = new Set(order.filter(() => uniform() < 0.1))
  return [...order.filter((n) => !crowded.has(n)), ...crowded].slice(0, visitsPerJudge)
}

export const fromTheDoor: Walk = (size, uniform) => range(size.judges).map(() => walkFrom(0, size, uniform))

export const fromAnywhere: Walk = (size, uniform) =>
  range(size.judges).map(() => walkFrom(Math.floor(uniform() * size.entries), size, uniform))

export const byChance: Walk = ({ entries, judges, visitsPerJudge }, uniform) =>
  range(judges).map(() => {
    const keyed = range(entries).map((n) => [uniform(), n] as const)
    return keyed
      .sort(([a], [b]) => a - b)
      .map(([, n]) => n)
      .slice(0, visitsPerJudge)
  })

type Careless = { ignores: number; comesLate: number; leavesEarly: number }
const obedient: Careless = { ignores: 0, comesLate: 0, leavesEarly: 0 }

/**
 * Judges take 2 to 6 minutes at an entry and then go where the rule sends them. Some ignore it and go to any other entry; some come late;
 * some leave early.
 */
export function byRule({ ignores, comesLate, leavesEarly }: Careless = obedient): Walk {
  return ({ entries, judges, visitsPerJudge }, uniform) => {
    const ids = range(entries).map(String)
    const ballots = ids.map(() => 0)
    const goingTo: (number | undefined)[] = []
    const walks: Walks = range(judges).map(() => [])
    const freeAt = range(judges).map(() => uniform() + (uniform() < comesLate ? 20 : 0))
    const most = range(judges).map(() => (uniform() < leavesEarly ? Math.ceil(visitsPerJudge / 2) : visitsPerJudge))
    for (;;) {
      const judge = freeAt.indexOf(Math.min(...freeAt))
      if (freeAt[judge] === Number.POSITIVE_INFINITY) return walks
      const walk = walks[judge]!
      const arrived = goingTo[judge]
      if (arrived !== undefined) {
        ballots[arrived]! += 1
        walk.push(arrived)
      }
      goingTo[judge] = undefined
      const left = range(entries).filter((n) => !walk.includes(n))
      const visits = ids.map((entryId, n) => ({
        ...{ entryId, finished: ballots[n]! },
        onTheWay: goingTo.filter((to) => to === n).length,
      }))
      const atId = walk.length === 0 ? undefined : ids[walk.at(-1)!]
      const suggested = whereNext({ visits, exceptIds: new Set(walk.map(String)), atId, start: uniform() })
      const next = uniform() < ignores ? left[Math.floor(uniform() * left.length)] : Number(suggested)
      const isDone = walk.length >= most[judge]! || left.length === 0
      goingTo[judge] = isDone ? undefined : next
      freeAt[judge] = isDone ? Number.POSITIVE_INFINITY : freeAt[judge]! + 2 + 4 * uniform()
    }
  }
}
