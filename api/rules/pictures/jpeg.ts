import type { PictureParts } from './picture-parts.ts'

const [start, end, scan, comment] = [0xd8, 0xd9, 0xda, 0xfe]
/** JFIF, the colour profile and Adobe's colour transform affect the image; other application segments are metadata. */
const drawingApplications = [0xe0, 0xe2, 0xee]

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const isMetadata = (marker: number) =>
  marker === comment || (marker >= 0xe0 && marker <= 0xef && !drawingApplications.includes(marker))

/** Reads a whole JPEG file with nothing after it (ITU T.81, annex B: marker, length, data); undefined for anything else. */
export function readJpeg(bytes: Uint8Array): PictureParts | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== start) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const parts = [bytes.subarray(0, 2)]
  let [width, height, hasImageData] = [0, 0, false]
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === end) {
      parts.push(bytes.subarray(at, at + 2))
      return at + 2 === bytes.length && hasImageData ? { width, height, parts } : undefined
    }
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= start) || at + 4 > bytes.length) return undefined
    const after = at + 2 + view.getUint16(at + 2)
    if (after > bytes.length || after < at + 4) return undefined
    if (isFrame(marker)) {
      if (after < at + 9) return undefined
      ;[height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
    }
    hasImageData ||= marker === scan
    const next = marker === scan ? endOfScan(bytes, after) : after
    if (!isMetadata(marker)) parts.push(bytes.subarray(at, next))
    at = next
  }
  return undefined
}

/** Scan data ends at the next marker other than a stuffed byte (00) or a restart (D0 to D7). */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue
    const next = bytes[at + 1]!
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}
