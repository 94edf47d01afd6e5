import { onCleanup } from 'solid-js'

/** Sets the scroll padding to the height of a sticky element, so that it never covers what is focused or scrolled to. */
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
