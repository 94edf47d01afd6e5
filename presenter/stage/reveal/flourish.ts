import { create } from 'canvas-confetti'

const colours = ['#ffd23f', '#f4f2ec', '#5fd38d', '#ff6b5e', '#7ab8ff']
// The winner's name appears after a pause of a second (CSS); the confetti starts with it.
const pauseMs = 1000

export function makeFlourish(canvas: HTMLCanvasElement): () => void {
  const throwConfetti = create(canvas, { resize: true, useWorker: false, disableForReducedMotion: true })
  const from = (x: number, angle: number, particleCount: number) =>
    throwConfetti({
      particleCount,
      angle,
      spread: 58,
      startVelocity: 52,
      gravity: 0.55,
      decay: 0.93,
      ticks: 420,
      scalar: 1.5,
      colors: colours,
      origin: { x, y: 0.62 },
    })
  const both = (inward: number, particleCount: number) => {
    from(0, inward, particleCount)
    from(1, 180 - inward, particleCount)
  }
  const first = setTimeout(() => both(62, 70), pauseMs)
  const second = setTimeout(() => both(70, 40), pauseMs + 900)
  return () => {
    clearTimeout(first)
    clearTimeout(second)
    throwConfetti.reset()
  }
}
