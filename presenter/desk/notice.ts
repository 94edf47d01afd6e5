import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import type { Press } from '../../web/core/desk-keys.ts'

/** `press`: the press that it answers. */
export type Notice = { words: string; tone: 'info' | 'confirm' | 'problem'; press?: Press | undefined }

const visibleMs: Record<Notice['tone'], number> = { info: 6000, confirm: 6000, problem: 20_000 }

/** An answer to a press goes when the stage moves on, because it speaks of the moment of the press. */
export function createNoticeLine(stage: Accessor<StageSnapshot | undefined> = () => undefined) {
  const [notice, setNotice] = createSignal<Notice>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function clear() {
    clearTimeout(timer)
    setNotice(undefined)
  }

  function notify(words: string, tone: Notice['tone'] = 'info', press?: Press) {
    clearTimeout(timer)
    setNotice({ words, tone, press })
    timer = setTimeout(clear, visibleMs[tone])
  }

  // A memo, because most snapshots move nothing: they carry counts, the clock or a message.
  const moment = createMemo(() => [stage()?.phase, stage()?.scene, stage()?.onStage?.id].join('/'))
  createEffect(on(moment, () => notice()?.press && clear(), { defer: true }))
  onCleanup(() => clearTimeout(timer))
  return { notice, notify, clear }
}

export type NoticeLine = ReturnType<typeof createNoticeLine>
