import { createSignal, onCleanup } from 'solid-js'

export type Line = { top: number; height: number; open: boolean }
export type Drag = { lines: Line[]; from: number; to: number; byPx: number }

const edgePx = 28
const scrollPx = 7

/** The place of the last open row whose middle the dragged row has crossed. */
export function placeAt(lines: Line[], from: number, byPx: number): number {
  const own = lines[from]
  if (!own) return from
  let to = from
  lines.forEach((line, place) => {
    const middle = line.top + line.height / 2
    if (!line.open) return
    if (place > from && own.top + own.height + byPx > middle) to = place
    if (place < from && to >= from && own.top + byPx < middle) to = place
  })
  return to
}

export function shiftOf(drag: Drag | undefined, place: number): number {
  if (!drag) return 0
  const { from, to, byPx, lines } = drag
  if (place === from) return byPx
  const height = lines[from]?.height ?? 0
  if (place > from && place <= to) return -height
  return place < from && place >= to ? height : 0
}

export function createDrag(list: () => HTMLElement, open: () => boolean[], drop: (from: number, to: number) => void) {
  const [drag, setDrag] = createSignal<Drag>()
  let stop = () => {}

  function start(e: PointerEvent, from: number) {
    if (e.button !== 0 || drag()) return
    e.preventDefault()
    const box = list()
    const mayTake = open()
    const lines = [...box.children].map((line, place) => {
      const { top, height } = line.getBoundingClientRect()
      return { top, height, open: mayTake[place] ?? false }
    })
    const began = { y: e.clientY, scroll: box.scrollTop }
    let y = e.clientY
    let frame = 0
    setDrag({ lines, from, to: from, byPx: 0 })

    const follow = () => {
      const { top, bottom } = box.getBoundingClientRect()
      if (y < top + edgePx) box.scrollTop -= scrollPx
      if (y > bottom - edgePx) box.scrollTop += scrollPx
      const byPx = y - began.y + box.scrollTop - began.scroll
      setDrag({ lines, from, to: placeAt(lines, from, byPx), byPx })
      frame = requestAnimationFrame(follow)
    }
    const listeners = new AbortController()
    const { signal } = listeners
    const move = (e: PointerEvent) => {
      y = e.clientY
    }
    const release = () => {
      const to = drag()?.to ?? from
      stop()
      if (to !== from) drop(from, to)
    }
    stop = () => {
      cancelAnimationFrame(frame)
      listeners.abort()
      setDrag(undefined)
    }
    addEventListener('pointermove', move, { signal })
    addEventListener('pointerup', release, { signal })
    addEventListener('pointercancel', () => stop(), { signal })
    addEventListener('keydown', (e) => e.key === 'Escape' && stop(), { signal })
    frame = requestAnimationFrame(follow)
  }

  onCleanup(() => stop())
  return { drag, start }
}
