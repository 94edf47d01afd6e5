import { createSignal, onCleanup } from 'solid-js'
import { makeRelay, type StageWindow } from '../parts/relay.ts'

const answerMs = 200

/** The stage windows of this browser: asked who they are, they answer, and each shows its number. Undefined until asked. */
export function createStages(slug: string) {
  const [stages, setStages] = createSignal<StageWindow[]>()
  let answers: StageWindow[] = []
  let waiting: ReturnType<typeof setTimeout> | undefined
  const relay = makeRelay(slug, (message) => {
    if (message.tell === 'here') answers.push(message.window)
  })

  function identify() {
    clearTimeout(waiting)
    answers = []
    relay.send({ tell: 'who' })
    waiting = setTimeout(() => {
      answers.sort((a, b) => a.openedAtMs - b.openedAtMs)
      relay.send({ tell: 'numbers', ids: answers.map((stage) => stage.id) })
      setStages(answers)
    }, answerMs)
  }

  onCleanup(() => {
    clearTimeout(waiting)
    relay.stop()
  })
  return { stages, identify }
}
