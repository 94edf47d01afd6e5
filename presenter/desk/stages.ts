import { createSignal, onCleanup } from 'solid-js'
import { openWindowChannel, type StageWindow } from '../parts/window-channel.ts'

const replyMs = 200

/** The stage windows of this browser, numbered in the order they were opened; undefined until `identify`. */
export function createStages(slug: string) {
  const [stages, setStages] = createSignal<StageWindow[]>()
  let replies: StageWindow[] = []
  let replyTimer: ReturnType<typeof setTimeout> | undefined
  const channel = openWindowChannel(slug, (message) => {
    if (message.type === 'window') replies.push(message.window)
  })

  function identify() {
    clearTimeout(replyTimer)
    replies = []
    channel.send({ type: 'identify' })
    replyTimer = setTimeout(() => {
      replies.sort((a, b) => a.openedAtMs - b.openedAtMs)
      channel.send({ type: 'numbers', ids: replies.map((stage) => stage.id) })
      setStages(replies)
    }, replyMs)
  }

  onCleanup(() => {
    clearTimeout(replyTimer)
    channel.stop()
  })
  return { stages, identify }
}
