import { createEffect, onCleanup } from 'solid-js'

const confirmUnload = (e: BeforeUnloadEvent) => e.preventDefault()

/** Links stay in the tab when it opens another page of this server: only closing it, or going elsewhere, loses them. */
const staysInTab = (e: MouseEvent) => {
  const link = (e.target as Element | null)?.closest?.('a')
  return Boolean(link && !link.target && !link.download && link.origin === location.origin && !e.defaultPrevented)
}

export function warnOfUnsavedLinks(unsaved: () => boolean): void {
  const followClicks = (e: MouseEvent) => {
    if (staysInTab(e)) removeEventListener('beforeunload', confirmUnload)
  }
  // The next press shows that the page was not left.
  const watchAgain = () => {
    if (unsaved()) addEventListener('beforeunload', confirmUnload)
  }
  createEffect(() => {
    if (unsaved()) addEventListener('beforeunload', confirmUnload)
    else removeEventListener('beforeunload', confirmUnload)
  })
  // On the window, after the listener that changes the address without a load.
  addEventListener('click', followClicks)
  for (const press of ['pointerdown', 'keydown'] as const) document.addEventListener(press, watchAgain)
  onCleanup(() => {
    removeEventListener('beforeunload', confirmUnload)
    removeEventListener('click', followClicks)
    for (const press of ['pointerdown', 'keydown'] as const) document.removeEventListener(press, watchAgain)
  })
}
