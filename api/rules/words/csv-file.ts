type Cell = string | number | null | undefined

/** The text of a CSV file with the byte order mark by which Excel recognises UTF-8. */
export function csvFile(rows: Cell[][]): string {
  return `\uFEFF${rows.map((cells) => cells.map(toCell).join(',')).join('\r\n')}\r\n`
}

function toCell(value: Cell): string {
  const text = String(value ?? '')
  // A spreadsheet runs a cell that begins like a formula, such as a team's name. The apostrophe prevents that.
  const literal =
    typeof value === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text
  return /[",\r\n]/.test(literal) ? `"${literal.replaceAll('"', '""')}"` : literal
}
