import { type Accessor, createSignal } from 'solid-js'
import { asProblem, type Problem } from './api.ts'

export type Action<Args extends unknown[]> = {
  busy: Accessor<boolean>
  done: Accessor<boolean>
  refused: Accessor<Problem | undefined>
  /** Resolves with false when the work was refused, or an earlier run is still busy. */
  run(...args: Args): Promise<boolean>
  again(): Promise<boolean>
  reset(): void
}

export function createAction<Args extends unknown[]>(work: (...args: Args) => Promise<unknown>): Action<Args> {
  const [busy, setBusy] = createSignal(false)
  const [done, setDone] = createSignal(false)
  const [refused, setRefused] = createSignal<Problem>()
  let lastArgs: Args | undefined

  function reset() {
    setDone(false)
    setRefused(undefined)
  }

  async function run(...args: Args): Promise<boolean> {
    if (busy()) return false
    lastArgs = args
    reset()
    setBusy(true)
    try {
      await work(...args)
      setDone(true)
    } catch (failure) {
      setRefused(asProblem(failure))
    } finally {
      setBusy(false)
    }
    return done()
  }

  return { busy, done, refused, run, again: async () => lastArgs !== undefined && run(...lastArgs), reset }
}
