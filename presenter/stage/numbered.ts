import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { makeRelay } from '../parts/relay.ts'

const shownMs = 4000

/** Which of this browser's stage windows this one is, for a moment after a desk of the same browser has asked; and the way for keys. */
export function createNumbered(slug: string, full: Accessor<boolean>) {
  const [number, setNumber] = createSignal<number>()
  const openedAtMs = performance.timeOrigin
  const id = `${openedAtMs}-${Math.random()}`
  let hiding: ReturnType<typeof setTimeout> | undefined

  const relay = makeRelay(slug, (message) => {
    if (message.tell === 'who') {
      const { innerWidth: width, innerHeight: height } = window
      relay.send({ tell: 'here', window: { id, openedAtMs, width, height, full: full() } })
    }
    if (message.tell === 'numbers' && message.ids.includes(id)) {
      clearTimeout(hiding)
      setNumber(message.ids.indexOf(id) + 1)
      hiding = setTimeout(() => setNumber(undefined), shownMs)
    }
  })
  onCleanup(() => {
    clearTimeout(hiding)
    relay.stop()
  })
  return { number, sendKey: relay.sendKey }
}
