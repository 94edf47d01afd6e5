export const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()

export const tooLong = (text: string, most: number) => [...text].length > most

export const brief = (name: string) => (tooLong(name, 60) ? `${[...name].slice(0, 59).join('')}…` : name)

const webAddress = /(?<![\p{L}\p{N}@._-])(?:[a-z][a-z\d+.-]*:\/\/|www\.|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/)\S*/u
const emailAddress =
  /<?(?<![\p{L}\p{N}@._-])(?:mailto:)?[\p{L}\p{M}\p{N}.!#$%&*+=?^_{}~'-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?![\p{L}\p{N}@-])>?/u
const addresses = new RegExp(`(?<web>${webAddress.source})|${emailAddress.source}`, 'giu')

/** The text without e-mail addresses; web addresses stay whole, even those that contain an @. */
export function withoutEmails(text: string): string {
  const lines = text.replace(addresses, (whole, web?: string) => (web === undefined ? '' : whole)).split('\n')
  return lines.map((line) => line.replace(/[^\S\n]+/gu, ' ').trim()).join('\n')
}

/** Letters after a name: "Ann Lee, OBE" is one person. */
const honours = /^(?:[OMCKD]BE|MP|JP|Ph\.?D|MSc|BSc|MA|BA|Esq|Jr|Sr|I{2,3})\.?$/i

function splitAtCommas(text: string, separators: RegExp): string[] {
  const parts: string[] = []
  for (const part of text.split(separators).map(oneLine)) {
    if (parts.length > 0 && honours.test(part)) parts.push(`${parts.pop()}, ${part}`)
    else parts.push(part)
  }
  return parts
}

/**
 * Splits at line breaks and semicolons; a cell without either at commas and slashes, and for `people` at "and" too, which is part of
 * many an organisation's name.
 */
export function splitList(cell: string, kind: 'people' | 'organisations'): string[] {
  const parts = /[\n;]/.test(cell)
    ? cell.split(/[\n;]/).map(oneLine)
    : splitAtCommas(cell, kind === 'people' ? /\s*[,/]\s*(?:and\s|&\s)?|\s(?:and|&|\+)\s/i : /,| \/ /)
  return parts.map((part) => part.replace(/^(?:[-*•·–]|\d+[.)])\s+/u, '')).filter((part) => /[\p{L}\p{N}]/u.test(part))
}

export function shorten(name: string, most: number, note: (words: string) => void): string {
  if (!tooLong(name, most)) return name
  note(`has a name longer than ${most} characters, which is shortened`)
  return `${[...name]
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`
}
