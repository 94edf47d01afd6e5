import { createSignal, onCleanup } from 'solid-js'

export type Notice = { words: string; tone: 'info' | 'confirm' | 'problem' }

const visibleMs: Record<Notice['tone'], number> = { info: 6000, confirm: 6000, problem: 20_000 }

export function createNoticeLine() {
  const [notice, setNotice] = createSignal<Notice>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function clear() {
    clearTimeout(timer)
    setNotice(undefined)
  }

  function notify(words: string, tone: Notice['tone'] = 'info') {
    clearTimeout(timer)
    setNotice({ words, tone })
    timer = setTimeout(clear, visibleMs[tone])
  }

  onCleanup(() => clearTimeout(timer))
  return { notice, notify, clear }
}

export type NoticeLine = ReturnType<typeof createNoticeLine>
