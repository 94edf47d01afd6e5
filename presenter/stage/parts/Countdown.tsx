import { createMemo, Show } from 'solid-js'
import { clockTimeAndZone } from '../../../web/core/words/zone-words.ts'
import { longDate, minutesAndSeconds } from '../../parts/words.ts'

const hourMs = 3_600_000

export function Countdown(props: { class: string; before: string; toMs: number; nowMs: number }) {
  const words = createMemo(() => {
    const seconds = Math.ceil((props.toMs - props.nowMs) / 1000)
    if (seconds <= 0) return ''
    if (seconds * 1000 < hourMs) return `in ${minutesAndSeconds(seconds * 1000)}`
    if (seconds * 1000 < 20 * hourMs) return `at ${clockTimeAndZone(props.toMs)}`
    return `on ${longDate(props.toMs)}`
  })
  return (
    <Show when={words()}>
      <p class={props.class}>
        <span class="dim">{props.before}</span> <b class="figures">{words()}</b>
      </p>
    </Show>
  )
}
