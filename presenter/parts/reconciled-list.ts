import { type Accessor, createComputed } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'

/** Keeps each item the same object by its id, so that a row that is open or focused survives an update. */
export function createReconciledList<Item extends { id: string }>(list: Accessor<Item[]>): Accessor<Item[]> {
  const [store, setStore] = createStore<{ items: Item[] }>({ items: [] })
  createComputed(() => setStore('items', reconcile(list())))
  return () => store.items
}
