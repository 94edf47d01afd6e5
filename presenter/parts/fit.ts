import { type Accessor, createEffect, onCleanup } from 'solid-js'

// One pixel of tolerance, because browsers round.
const overflows = (box: HTMLElement) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1

function shrink(box: HTMLElement, from: number, to: number): number | undefined {
  for (let size = from; size > to; size -= 0.4) {
    box.style.fontSize = `${size}cqh`
    if (!overflows(box)) return size
  }
  box.style.fontSize = `${to}cqh`
  return overflows(box) ? undefined : to
}

/**
 * Sets and returns the largest font size, in hundredths of the stage's height, at which the text fits. At the smallest, long words may break,
 * then lines are cut.
 */
function fitWords(box: HTMLElement, { largest, smallest, breaks = false }: Omit<Fit, 'words'>): number {
  box.style.overflowWrap = breaks ? 'anywhere' : 'normal'
  delete box.dataset.cut
  const whole = shrink(box, largest, smallest)
  if (whole !== undefined) return whole
  box.style.overflowWrap = 'anywhere'
  const broken = breaks ? undefined : shrink(box, (largest + smallest) / 2, smallest)
  if (broken === undefined) cutLines(box)
  return broken ?? smallest
}

const mostLines = 6
const fewestLines = 2

/** Paragraphs that cut themselves at `--cut-lines` keep as many lines as fit. */
function cutLines(box: HTMLElement): void {
  box.dataset.cut = ''
  for (let lines = mostLines; lines >= fewestLines; lines -= 1) {
    box.style.setProperty('--cut-lines', String(lines))
    if (!overflows(box)) return
  }
}

/**
 * `breaks`: long words may break at every size, because the size was chosen with that in mind. `onFit` is told each size, in hundredths
 * of the stage's height.
 */
export type Fit = {
  words: unknown
  largest: number
  smallest: number
  breaks?: boolean
  onFit?: ((size: number) => void) | undefined
}

export function createFit(box: Accessor<HTMLElement>, options: Accessor<Fit>) {
  createEffect(() => {
    const sizes = options()
    const element = box()
    const refit = () => {
      const size = fitWords(element, sizes)
      sizes.onFit?.(size)
    }
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
