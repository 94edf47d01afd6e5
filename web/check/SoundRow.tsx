import { Show } from 'solid-js'
import { playTone } from '../core/browser/chime.ts'
import * as styles from './check.module.css'
import { FindingRow } from './FindingRow.tsx'
import type { VenueCheck } from './venue-check.ts'

const startMs = 500

export function SoundRow(props: { check: VenueCheck }) {
  let sound: AudioContext | undefined

  async function play() {
    if (!('AudioContext' in window)) return props.check.setToneState('none')
    sound ??= new AudioContext()
    // Where sound is blocked, `resume` may never settle.
    await Promise.race([sound.resume(), new Promise((late) => setTimeout(late, startMs))])
    playTone(sound)
    props.check.setToneState(sound.state === 'running' ? 'played' : 'silenced')
  }

  return (
    <FindingRow name="Sound" finding={props.check.sound()}>
      <div class={`buttons ${styles.checkPress}`}>
        <button class="button quiet" type="button" onClick={play}>
          Play the tone
        </button>
        <Show when={props.check.toneState() === 'played'}>
          <button class="button quiet" type="button" onClick={() => props.check.setToneState('yes')}>
            Yes, I heard it
          </button>
          <button class="button quiet" type="button" onClick={() => props.check.setToneState('no')}>
            No
          </button>
        </Show>
      </div>
    </FindingRow>
  )
}
