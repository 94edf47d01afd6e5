import { createSignal } from 'solid-js'

/** Longer lists start truncated, so that the content below stays near. */
const glance = 20
const first = 10

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
