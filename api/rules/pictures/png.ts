import type { PictureParts } from './picture-parts.ts'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** All other chunks are metadata or further frames. */
const drawingChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs'])

/** Reads a whole PNG file with nothing after it (PNG specification, 5: length, name, data, checksum); undefined for anything else. */
export function readPng(bytes: Uint8Array): PictureParts | undefined {
  if (!signature.every((byte, at) => bytes[at] === byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const parts = [bytes.subarray(0, 8)]
  let [width, height, hasImageData] = [0, 0, false]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const end = at + 12 + length
    if (end > bytes.length || (at === 8) !== (name === 'IHDR')) return undefined
    if (name === 'IHDR') {
      if (length !== 13) return undefined
      ;[width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)]
    }
    hasImageData ||= name === 'IDAT'
    if (drawingChunks.has(name)) parts.push(bytes.subarray(at, end))
    if (name === 'IEND') return end === bytes.length && hasImageData ? { width, height, parts } : undefined
    at = end
  }
  return undefined
}
