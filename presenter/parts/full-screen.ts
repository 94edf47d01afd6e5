import { type Accessor, createSignal, onCleanup } from 'solid-js'

export function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen()
  else document.documentElement.requestFullscreen?.().catch(() => {})
}

export function createFullScreen(): Accessor<boolean> {
  const displayMode = matchMedia('(display-mode: fullscreen)')
  const isFull = () => document.fullscreenElement !== null || displayMode.matches
  const [full, setFull] = createSignal(isFull())
  const update = () => setFull(isFull())
  document.addEventListener('fullscreenchange', update)
  displayMode.addEventListener('change', update)
  onCleanup(() => {
    document.removeEventListener('fullscreenchange', update)
    displayMode.removeEventListener('change', update)
  })
  return full
}
