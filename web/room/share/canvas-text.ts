/** The width of a text in em. */
type Measure = (text: string) => number
export type FittedText = { size: number; lines: string[] }

const lineHeight = 1.08

function wrapWords(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && measure(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** The largest size in pixels, down to `smallest`, at which the text fits in the box; at the smallest the last line ends in "…". */
export function fitText(
  text: string,
  box: { width: number; height: number },
  measure: Measure,
  { largest, smallest }: { largest: number; smallest: number },
): FittedText {
  for (let size = largest; size >= smallest; size -= 2) {
    const lines = wrapWords(text, box.width / size, measure)
    const isNarrow = lines.every((line) => measure(line) * size <= box.width)
    if (isNarrow && lines.length * size * lineHeight <= box.height) return { size, lines }
  }
  const lines = wrapWords(text, box.width / smallest, measure)
  const most = Math.max(1, Math.floor(box.height / (smallest * lineHeight)))
  if (lines.length <= most) return { size: smallest, lines }
  return { size: smallest, lines: [...lines.slice(0, most - 1), `${lines[most - 1]}…`] }
}

export const heightOf = ({ size, lines }: FittedText) => lines.length * size * lineHeight
export const lineStep = ({ size }: FittedText) => size * lineHeight
