import { onCleanup } from 'solid-js'

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
