import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** Fills the screen, or gives it back. */
export function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen()
  else document.documentElement.requestFullscreen?.().catch(() => {})
}

/** Whether this window fills its screen, by F or by the browser's own key. */
export function createFullScreen(): Accessor<boolean> {
  const byBrowser = matchMedia('(display-mode: fullscreen)')
  const look = () => document.fullscreenElement !== null || byBrowser.matches
  const [full, setFull] = createSignal(look())
  const again = () => setFull(look())
  document.addEventListener('fullscreenchange', again)
  byBrowser.addEventListener('change', again)
  onCleanup(() => {
    document.removeEventListener('fullscreenchange', again)
    byBrowser.removeEventListener('change', again)
  })
  return full
}
