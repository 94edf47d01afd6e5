const maxBytes = 2 * 1024 * 1024

export async function readTableFile(file: Blob): Promise<{ text: string } | { problem: string }> {
  if (file.size > maxBytes)
    return { problem: 'This file is larger than 2 MB. A list of teams or judges is far smaller.' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return {
      problem:
        'This is a workbook, not a CSV file. Save it as “CSV UTF-8”, or select the rows in the spreadsheet, copy them and paste them here.',
    }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    return { problem: 'This is a PDF. Save the list as CSV where it came from, or copy its rows and paste them here.' }
  const text = decodeTable(bytes)
  return text.trim() ? { text } : { problem: 'This file is empty.' }
}

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, n) => bytes[n] === byte)

function countCharacters(text: string) {
  const damaged = text.split('\uFFFD').length - 1
  return { damaged, intact: (text.match(/[^\0-\x7f]/gu)?.length ?? 0) - damaged }
}

/**
 * UTF-8, or UTF-16 as “Unicode text” of a spreadsheet is saved, by its byte order mark or its zeros; else Windows-1252. In a Windows-1252
 * file nearly every accent is invalid UTF-8, so a file with more valid than invalid characters is damaged UTF-8: each damaged character
 * becomes U+FFFD.
 */
export function decodeTable(bytes: Uint8Array): string {
  const read = (encoding: string) => new TextDecoder(encoding).decode(bytes)
  if (startsWith(bytes, 0xff, 0xfe)) return read('utf-16le')
  if (startsWith(bytes, 0xfe, 0xff)) return read('utf-16be')
  const zeros = [0, 1].map((odd) => bytes.slice(0, 1000).filter((byte, n) => n % 2 === odd && byte === 0).length)
  if (zeros[1]! > 10 && zeros[1]! > zeros[0]! * 4) return read('utf-16le')
  if (zeros[0]! > 10 && zeros[0]! > zeros[1]! * 4) return read('utf-16be')
  const utf8 = read('utf-8')
  const { damaged, intact } = countCharacters(utf8)
  return damaged > 0 && damaged >= intact ? read('windows-1252') : utf8
}
