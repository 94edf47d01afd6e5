import { type Accessor, createEffect, createSignal, on } from 'solid-js'
import { playTone } from '../../web/core/browser/chime.ts'

/** Silent until the operator presses S: browsers require a press before sound. */
export function createTone(ended: Accessor<boolean>) {
  const [armed, setArmed] = createSignal(false)
  let sound: AudioContext | undefined

  const play = () => sound && playTone(sound)

  function toggle() {
    sound ??= new AudioContext()
    sound.resume()
    if (setArmed((on) => !on)) play()
  }

  createEffect(
    on(ended, (now, before) => {
      if (now && before === false && armed()) play()
    }),
  )
  return { armed, toggle }
}
