import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { openWindowChannel } from '../parts/window-channel.ts'

const visibleMs = 4000

export function createStageNumber(slug: string, full: Accessor<boolean>) {
  const [number, setNumber] = createSignal<number>()
  const openedAtMs = performance.timeOrigin
  const id = `${openedAtMs}-${Math.random()}`
  let hideTimer: ReturnType<typeof setTimeout> | undefined

  const channel = openWindowChannel(slug, (message) => {
    if (message.type === 'identify') {
      const { innerWidth: width, innerHeight: height } = window
      channel.send({ type: 'window', window: { id, openedAtMs, width, height, full: full() } })
    }
    if (message.type === 'numbers' && message.ids.includes(id)) {
      clearTimeout(hideTimer)
      setNumber(message.ids.indexOf(id) + 1)
      hideTimer = setTimeout(() => setNumber(undefined), visibleMs)
    }
  })
  onCleanup(() => {
    clearTimeout(hideTimer)
    channel.stop()
  })
  return { number, sendKey: channel.sendKey }
}
