import { onCleanup } from 'solid-js'

/** Keeps a sticky element from covering what is focused or scrolled to. */
export function reserveScrollRoom(element: HTMLElement, side: 'top' | 'bottom') {
  const property = side === 'top' ? 'scrollPaddingTop' : 'scrollPaddingBottom'
  const { style } = document.documentElement
  const measure = () => {
    style[property] = `${element.offsetHeight + 8}px`
  }
  const observer = new ResizeObserver(measure)
  observer.observe(element)
  measure()
  onCleanup(() => {
    observer.disconnect()
    style[property] = ''
  })
}
