import { refuse } from './refusal.ts'

/** 1 MiB: browsers make a picture smaller before they send it. */
export const mostPictureBytes = 1024 * 1024

const startsWith = (bytes: Uint8Array, at: number, ...expected: number[]) =>
  expected.every((byte, n) => bytes[at + n] === byte)

/** What a picture is by its first bytes, whatever its sender says. Refuses everything but PNG, JPEG and WebP. */
export function mediaTypeOf(bytes: Uint8Array): 'image/png' | 'image/jpeg' | 'image/webp' {
  if (startsWith(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (startsWith(bytes, 0, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (startsWith(bytes, 0, 0x52, 0x49, 0x46, 0x46) && startsWith(bytes, 8, 0x57, 0x45, 0x42, 0x50)) return 'image/webp'
  return refuse('not-a-picture')
}
