import { createSignal } from 'solid-js'

const longestWhole = 20
const truncatedLength = 10

export function createTruncatedList<Item>(all: () => Item[]) {
  const [showsAll, setShowsAll] = createSignal(false)
  const truncated = () => !showsAll() && all().length > longestWhole
  return {
    visible: () => (truncated() ? all().slice(0, truncatedLength) : all()),
    truncated,
    total: () => all().length,
    showAll: () => setShowsAll(true),
  }
}

export type TruncatedList = Pick<ReturnType<typeof createTruncatedList<unknown>>, 'truncated' | 'total' | 'showAll'>
