const mostBytes = 2 * 1024 * 1024

/** The words of a file as a spreadsheet saved it; a sentence for people where it is none. */
export async function readTableFile(file: Blob): Promise<{ text: string } | { problem: string }> {
  if (file.size > mostBytes)
    return { problem: 'This file is larger than 2 MB. A list of teams or judges is far smaller.' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return {
      problem:
        'This is a workbook, not a CSV file. Save it as “CSV UTF-8”, or mark the rows in the spreadsheet, copy them and paste them here.',
    }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    return { problem: 'This is a PDF. Save the list as CSV where it came from, or copy its rows and paste them here.' }
  const text = decodeTable(bytes)
  return text.trim() ? { text } : { problem: 'This file is empty.' }
}

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, n) => bytes[n] === byte)

/**
 * UTF-8, or UTF-16 as “Unicode text” of a spreadsheet is saved, by their marks or by their looks; else what an older Windows writes.
 */
export function decodeTable(bytes: Uint8Array): string {
  const read = (encoding: string) => new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes)
  if (startsWith(bytes, 0xff, 0xfe)) return read('utf-16le')
  if (startsWith(bytes, 0xfe, 0xff)) return read('utf-16be')
  // Latin letters in UTF-16 have a zero beside them.
  const zeros = [0, 1].map((odd) => bytes.slice(0, 1000).filter((byte, n) => n % 2 === odd && byte === 0).length)
  if (zeros[1]! > 10 && zeros[1]! > zeros[0]! * 4) return read('utf-16le')
  if (zeros[0]! > 10 && zeros[0]! > zeros[1]! * 4) return read('utf-16be')
  try {
    return read('utf-8')
  } catch {
    return read('windows-1252')
  }
}
