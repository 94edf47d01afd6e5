import { type Accessor, createEffect, createSignal, on } from 'solid-js'
import { playTone } from '../../web/core/browser/chime.ts'

/** A tone whenever `ended` becomes true. Silent until armed: browsers ask for a press first, and so do people. */
export function createTone(ended: Accessor<boolean>) {
  const [armed, setArmed] = createSignal(false)
  let sound: AudioContext | undefined

  const ring = () => sound && playTone(sound)

  function toggle() {
    sound ??= new AudioContext()
    sound.resume()
    if (setArmed((on) => !on)) ring()
  }

  createEffect(
    on(ended, (now, before) => {
      if (now && before === false && armed()) ring()
    }),
  )
  return { armed, toggle }
}
