import type { PictureParts } from './picture-parts.ts'

const drawingChunks = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP'])
/** Flags of the extended header: Exif, XMP, animation. */
const removedFlags = 0x08 | 0x04 | 0x02

/** Reads a whole, still WebP file with nothing after it (RFC 9649: RIFF chunks of name, length, data); undefined for anything else. */
export function readWebp(bytes: Uint8Array): PictureParts | undefined {
  const name = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length < 20 || name(0) !== 'RIFF' || name(8) !== 'WEBP') return undefined
  if (view.getUint32(4, true) + 8 !== bytes.length) return undefined
  const chunks: Uint8Array[] = []
  let size: { width: number; height: number } | undefined
  let at = 12
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length + (length % 2)
    if (end > bytes.length) return undefined
    const chunk = bytes.slice(at, end)
    if (name(at) === 'VP8X' && length >= 10) chunk[8]! &= ~removedFlags
    if (drawingChunks.has(name(at))) chunks.push(chunk)
    size ??= sizeIn(name(at), chunk)
    at = end
  }
  const hasImageData = chunks.some((chunk) => /^VP8[ L]$/.test(String.fromCharCode(...chunk.subarray(0, 4))))
  if (at !== bytes.length || !size || !hasImageData) return undefined
  const head = bytes.slice(0, 12)
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 4)
  new DataView(head.buffer).setUint32(4, length, true)
  return { ...size, parts: [head, ...chunks] }
}

function sizeIn(name: string, chunk: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length)
  const uint24 = (at: number) => view.getUint16(at, true) + (chunk[at + 2]! << 16)
  if (name === 'VP8X' && chunk.length >= 18) return { width: uint24(12) + 1, height: uint24(15) + 1 }
  if (name === 'VP8L' && chunk.length >= 13 && chunk[8] === 0x2f) {
    const bits = view.getUint32(9, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (name === 'VP8 ' && chunk.length >= 18 && chunk[11] === 0x9d && chunk[12] === 0x01 && chunk[13] === 0x2a)
    return { width: view.getUint16(14, true) & 0x3fff, height: view.getUint16(16, true) & 0x3fff }
  return undefined
}
