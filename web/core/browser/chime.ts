export function playTone(sound: AudioContext) {
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
