import { create } from 'qrcode'
import { createMemo } from 'solid-js'

const quiet = 4

export function Qr(props: { text: string; class: string; label: string }) {
  const drawing = createMemo(() => {
    const { size, data } = create(props.text, { errorCorrectionLevel: 'M' }).modules
    let path = ''
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        if (data[row * size + column]) path += `M${column + quiet} ${row + quiet}h1v1h-1z`
      }
    }
    return { side: size + 2 * quiet, path }
  })
  return (
    <svg
      class={props.class}
      viewBox={`0 0 ${drawing().side} ${drawing().side}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={props.label}
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={drawing().path} fill="#000" />
    </svg>
  )
}
