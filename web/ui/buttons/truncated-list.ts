import { createSignal } from 'solid-js'

/** So many rows are looked over at a glance; more begin folded, so that what comes after them is not miles away. */
const glance = 20
const first = 10

/** The beginning of a long list, until all of it is asked for. */
export function createFold<One>(all: () => One[]) {
  const [whole, setWhole] = createSignal(false)
  const folded = () => !whole() && all().length > glance
  return {
    shown: () => (folded() ? all().slice(0, first) : all()),
    folded,
    of: () => all().length,
    open: () => setWhole(true),
  }
}

export type Fold = Pick<ReturnType<typeof createFold<unknown>>, 'folded' | 'of' | 'open'>
