import { create } from 'canvas-confetti'

const colours = ['#ffd23f', '#f4f2ec', '#5fd38d', '#ff6b5e', '#7ab8ff']
// The name comes after a breath; the paper falls with it.
const breathMs = 1000

/** A calm fall of paper for the winner, from both sides, once. Whoever asked for less motion is spared it. */
export function makeFlourish(canvas: HTMLCanvasElement): () => void {
  const throwPaper = create(canvas, { resize: true, useWorker: false, disableForReducedMotion: true })
  const from = (x: number, angle: number, particleCount: number) =>
    throwPaper({
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
  const first = setTimeout(() => both(62, 70), breathMs)
  const second = setTimeout(() => both(70, 40), breathMs + 900)
  return () => {
    clearTimeout(first)
    clearTimeout(second)
    throwPaper.reset()
  }
}
