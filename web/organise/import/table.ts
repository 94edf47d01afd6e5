/** A row of the text. `line` counts from 1; `raw` is shown when the row is refused. */
export type TableRow = { line: number; raw: string; cells: string[] }

const separators = ['\t', ';', ','] as const
export type Separator = (typeof separators)[number]

const separatorLine = /^sep=(.)\n/i

const quotedCells = /(^|[\t;,\n])"[^"]*(?:""[^"]*)*"(?=[\t;,\n]|$)/g

/** The first line with a separator outside quotation marks decides: tabs, else the more frequent of semicolons and commas. */
export function separatorOf(source: string): Separator {
  const namedSeparator = separatorLine.exec(source)?.[1] as Separator | undefined
  if (namedSeparator && separators.includes(namedSeparator)) return namedSeparator
  const unquoted = source.replace(quotedCells, '$1')
  const line = unquoted.split('\n').find((text) => /[\t;,]/.test(text)) ?? ''
  if (line.includes('\t')) return '\t'
  return line.split(';').length > line.split(',').length ? ';' : ','
}

const controlCharacters = /(?![\t\n\r])\p{Cc}|\p{Cs}|\uFEFF/gu

const normaliseCell = (cell: string) => cell.replace(/[^\S\n]+/gu, ' ').trim()

/** Quoted or not (RFC 4180). Leaves out empty rows. An unclosed quotation mark is plain text. */
export function readTable(text: string): TableRow[] {
  const whole = text.replace(/\r\n?/g, '\n').replace(controlCharacters, '')
  const separator = separatorOf(whole)
  const source = whole.replace(separatorLine, '\n')
  const rows: TableRow[] = []
  let cells: string[] = []
  let at = 0
  let rowStart = 0
  let line = 1
  while (at <= source.length) {
    const quoted = quotedCell(source, at, separator)
    const end = quoted?.end ?? nextOf(source, at, separator)
    cells.push(normaliseCell(quoted?.text ?? source.slice(at, end)))
    at = end + 1
    if (source[end] === separator) continue
    const raw = source.slice(rowStart, end)
    if (cells.some(Boolean)) rows.push({ line, raw, cells: withoutEmptyEnd(cells) })
    line += raw.split('\n').length
    cells = []
    rowStart = at
  }
  return rows
}

function nextOf(source: string, from: number, separator: string): number {
  for (let at = from; at < source.length; at += 1) if (source[at] === separator || source[at] === '\n') return at
  return source.length
}

function quotedCell(source: string, from: number, separator: string): { text: string; end: number } | undefined {
  if (source[from] !== '"') return undefined
  let text = ''
  for (let at = from + 1; at < source.length; at += 1) {
    if (source[at] !== '"') text += source[at]
    else if (source[at + 1] === '"') {
      text += '"'
      at += 1
    } else {
      const next = source[at + 1]
      return next === undefined || next === '\n' || next === separator ? { text, end: at + 1 } : undefined
    }
  }
  return undefined
}

function withoutEmptyEnd(cells: string[]): string[] {
  let length = cells.length
  while (length > 0 && !cells[length - 1]) length -= 1
  return cells.slice(0, length)
}
