import { createSignal, onCleanup } from 'solid-js'

/** `hold` waits for a second press; `problem` stays until something works. */
export type Notice = { words: string; tone: 'say' | 'hold' | 'problem' }

const standMs: Record<Notice['tone'], number> = { say: 6000, hold: 6000, problem: 20_000 }

/** The one calm place where the desk answers. */
export function createNotice() {
  const [notice, setNotice] = createSignal<Notice>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function clear() {
    clearTimeout(timer)
    setNotice(undefined)
  }

  function say(words: string, tone: Notice['tone'] = 'say') {
    clearTimeout(timer)
    setNotice({ words, tone })
    timer = setTimeout(clear, standMs[tone])
  }

  onCleanup(() => clearTimeout(timer))
  return { notice, say, clear }
}
