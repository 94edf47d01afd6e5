import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const sans = readFileSync(join(library, 'standard_fonts/LiberationSans-Regular.ttf'))

/** This font numbers its glyphs of ASCII in the order of the characters. */
export const glyphOf = (character: string) => character.charCodeAt(0) - 29

const neededTables = ['OS/2', 'cmap', 'cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep']

/** A TrueType font that has outlines for these characters only, as programs that write PDFs embed it. */
export function fontSubset(characters: string): Uint8Array {
  const kept = new Set([0, ...[...characters].map(glyphOf)])
  const tables = new Map(
    Array.from({ length: sans.readUInt16BE(4) }, (_, n) => {
      const at = 12 + 16 * n
      const start = sans.readUInt32BE(at + 8)
      return [sans.toString('latin1', at, at + 4), sans.subarray(start, start + sans.readUInt32BE(at + 12))]
    }),
  )
  const [head, places, outlines] = [Buffer.from(tables.get('head')!), tables.get('loca')!, tables.get('glyf')!]
  const isLong = head.readInt16BE(50) === 1
  const place = (glyph: number) => (isLong ? places.readUInt32BE(4 * glyph) : 2 * places.readUInt16BE(2 * glyph))
  const glyphs = tables.get('maxp')!.readUInt16BE(4)
  const loca = Buffer.alloc(4 * (glyphs + 1))
  const glyf: Buffer[] = []
  let length = 0
  for (let glyph = 0; glyph < glyphs; glyph += 1) {
    loca.writeUInt32BE(length, 4 * glyph)
    if (!kept.has(glyph)) continue
    const outline = outlines.subarray(place(glyph), place(glyph + 1))
    glyf.push(outline)
    length += outline.length
  }
  loca.writeUInt32BE(length, 4 * glyphs)
  head.writeInt16BE(1, 50)
  tables.set('head', head).set('loca', loca).set('glyf', Buffer.concat(glyf))
  return assemble(neededTables.map((name) => [name, tables.get(name)!]))
}

function assemble(tables: [name: string, bytes: Buffer][]): Uint8Array {
  const header = Buffer.alloc(12 + 16 * tables.length)
  header.writeUInt32BE(0x00010000)
  header.writeUInt16BE(tables.length, 4)
  const parts = [header]
  let length = header.length
  for (const [n, [name, bytes]] of tables.entries()) {
    const at = 12 + 16 * n
    header.write(name, at, 'latin1')
    header.writeUInt32BE(length, at + 8)
    header.writeUInt32BE(bytes.length, at + 12)
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])
    parts.push(padded)
    length += padded.length
  }
  return Buffer.concat(parts)
}
