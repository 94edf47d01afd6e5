import { oneLine, tooLong } from './cell-text.ts'

const pitchLength = 240
const headingLength = 120

const markedHeading = /^(#{1,6}\s|!\[[^\]]*\]\([^)]*\)$|[-=*_]{3,}$)/
const underline = /^(={3,}|-{3,})$/
const bullet = /^([-*+•·–]|\d+[.)])\s+/u
const sentenceEnd = /[.!?…。！？؟۔]["'”’»)\]*_`]*$/u

const devpostHeading =
  /^(inspiration|what it does|how (we|i) built it|challenges (we|i) ran into|accomplishments that (we|i)['’]?(re|m| are| am) proud of|what (we|i) learned|what['’]?s next( for .*)?|built with)[:.]?$/i

const withoutMarkup = (text: string) =>
  oneLine(text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, ''))

function blocksOf(text: string): string[][] {
  const lines = text.split('\n').map((line) => line.trim())
  const plain = lines.map((line, n) =>
    markedHeading.test(line) ||
    (underline.test(lines[n + 1] ?? '') && line !== '') ||
    devpostHeading.test(withoutMarkup(line))
      ? ''
      : line,
  )
  const blocks: string[][] = [[]]
  for (const [n, line] of plain.entries()) {
    if (line) blocks.at(-1)!.push(line)
    else if (lines[n] === '' || blocks.at(-1)!.length > 0) blocks.push([])
  }
  return blocks.filter((block) => block.length > 0)
}

const isHeading = (block: string[], isLast: boolean) =>
  block.length === 1 &&
  !isLast &&
  !sentenceEnd.test(block[0]!) &&
  !bullet.test(block[0]!) &&
  !tooLong(block[0]!, headingLength)

function joinLines(lines: string[]): string {
  const items = lines.filter((line) => bullet.test(line))
  if (items.length < lines.length) return lines.join(' ')
  return items.map((line) => line.replace(bullet, '')).join('; ')
}

export function pitchOf(text: string): string {
  const blocks = blocksOf(text)
  const paragraph = blocks.find((block, n) => !isHeading(block, n === blocks.length - 1)) ?? []
  const plain = withoutMarkup(joinLines(paragraph))
  if (!tooLong(plain, pitchLength)) return plain
  const cut = [...plain].slice(0, pitchLength - 1).join('')
  const sentence = /^.*[.!?](?=\s)/u.exec(cut)?.[0]
  return sentence && sentence.length > 60 ? sentence : `${cut.replace(/\s+\S*$/u, '')}…`
}
