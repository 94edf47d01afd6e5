import { type Accessor, createEffect, onCleanup } from 'solid-js'

// One pixel of tolerance, because browsers round.
const overflows = (box: HTMLElement) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1

function shrink(box: HTMLElement, from: number, to: number): boolean {
  for (let size = from; size > to; size -= 0.4) {
    box.style.fontSize = `${size}cqh`
    if (!overflows(box)) return true
  }
  box.style.fontSize = `${to}cqh`
  return !overflows(box)
}

/**
 * Sets the largest font size, in hundredths of the stage's height, at which the text fits. At the smallest, long words may break,
 * then lines are cut.
 */
function fitWords(box: HTMLElement, { largest, smallest, breaks = false }: Omit<Fit, 'words'>) {
  box.style.overflowWrap = breaks ? 'anywhere' : 'normal'
  delete box.dataset.cut
  if (shrink(box, largest, smallest)) return
  box.style.overflowWrap = 'anywhere'
  if (!breaks && shrink(box, (largest + smallest) / 2, smallest)) return
  box.dataset.cut = ''
}

/** `breaks`: long words may break at every size, because the size was chosen with that in mind. */
export type Fit = { words: unknown; largest: number; smallest: number; breaks?: boolean }

export function createFit(box: Accessor<HTMLElement>, options: Accessor<Fit>) {
  createEffect(() => {
    const sizes = options()
    const element = box()
    const refit = () => fitWords(element, sizes)
    const observer = new ResizeObserver(refit)
    observer.observe(element)
    if (element.parentElement) observer.observe(element.parentElement)
    document.fonts.addEventListener('loadingdone', refit)
    refit()
    onCleanup(() => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', refit)
    })
  })
}
