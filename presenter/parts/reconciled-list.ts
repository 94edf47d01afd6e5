import { type Accessor, createComputed } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'

/** The list with each item the same object as before its change, by id: a row that is open, or has the focus, survives an update. */
export function createReconciledList<Item extends { id: string }>(list: Accessor<Item[]>): Accessor<Item[]> {
  const [store, setStore] = createStore<{ items: Item[] }>({ items: [] })
  createComputed(() => setStore('items', reconcile(list())))
  return () => store.items
}
