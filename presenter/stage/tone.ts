import { type Accessor, createEffect, createSignal, on } from 'solid-js'

/** A short soft tone whenever `ended` becomes true. Silent until armed: browsers ask for a press first, and so do people. */
export function createTone(ended: Accessor<boolean>) {
  const [armed, setArmed] = createSignal(false)
  let sound: AudioContext | undefined

  function ring() {
    if (!sound) return
    const note = sound.createOscillator()
    const loudness = sound.createGain()
    const at = sound.currentTime
    note.frequency.value = 523
    loudness.gain.setValueAtTime(0, at)
    loudness.gain.linearRampToValueAtTime(0.18, at + 0.04)
    loudness.gain.exponentialRampToValueAtTime(0.001, at + 1.2)
    note.connect(loudness).connect(sound.destination)
    note.start(at)
    note.stop(at + 1.25)
  }

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
