import { createEffect } from 'solid-js'

/** Opens folded fields that have a problem. A bound `open` attribute would also close them at every other change of the form's problem. */
export function openOnProblem(details: () => HTMLDetailsElement | undefined, hasProblem: () => boolean): void {
  createEffect(() => {
    const element = details()
    if (element && hasProblem()) element.open = true
  })
}
