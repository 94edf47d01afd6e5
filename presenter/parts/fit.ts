import { type Accessor, createEffect, onCleanup } from 'solid-js'

// Half a pixel of rounding is not an overflow, at whatever size the picture is drawn.
const overflows = (box: HTMLElement) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1

function shrink(box: HTMLElement, from: number, to: number): boolean {
  for (let size = from; size > to; size -= 0.4) {
    box.style.fontSize = `${size}cqh`
    if (!overflows(box)) return true
  }
  box.style.fontSize = `${to}cqh`
  return !overflows(box)
}

/** The largest size, in hundredths of the picture's height, at which the words stay in their box. Only where even the smallest is too large may long words break, and then lines be cut. */
function fitWords(box: HTMLElement, largest: number, smallest: number) {
  box.style.overflowWrap = 'normal'
  box.classList.remove('cut')
  if (shrink(box, largest, smallest)) return
  box.style.overflowWrap = 'anywhere'
  if (shrink(box, (largest + smallest) / 2, smallest)) return
  box.classList.add('cut')
}

export type Fit = { words: unknown; largest: number; smallest: number }

/** Keeps words in their box whenever they, the box or the font change. Sizes are hundredths of the picture's height. */
export function createFit(box: Accessor<HTMLElement>, how: Accessor<Fit>) {
  createEffect(() => {
    const { largest, smallest } = how()
    const element = box()
    const again = () => fitWords(element, largest, smallest)
    const watch = new ResizeObserver(again)
    watch.observe(element)
    if (element.parentElement) watch.observe(element.parentElement)
    document.fonts.addEventListener('loadingdone', again)
    again()
    onCleanup(() => {
      watch.disconnect()
      document.fonts.removeEventListener('loadingdone', again)
    })
  })
}
