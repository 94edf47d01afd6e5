import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js'

const measureSize = 100
const letterSpacing = -0.02

/** Measures bold text as names are set, in em; a new function once another font has loaded. */
export function createMeasure(): Accessor<(text: string) => number> {
  const [fontLoads, setFontLoads] = createSignal(0)
  const onLoad = () => setFontLoads((count) => count + 1)
  document.fonts.addEventListener('loadingdone', onLoad)
  onCleanup(() => document.fonts.removeEventListener('loadingdone', onLoad))
  const pen = document.createElement('canvas').getContext('2d')
  return createMemo(() => {
    fontLoads()
    if (pen) pen.font = `700 ${measureSize}px ${getComputedStyle(document.body).fontFamily}`
    const widths = new Map<string, number>()
    return (text: string) => {
      const width =
        widths.get(text) ??
        (pen ? pen.measureText(text).width / measureSize : text.length * 0.6) + [...text].length * letterSpacing
      widths.set(text, width)
      return width
    }
  })
}
