import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPicture, entryPictureLimits } from '../../../api/rules/pictures/picture.ts'
import { Refusal } from '../../../api/rules/refusal.ts'
import { jpeg, losslessWebp, png, progressiveJpeg, webp } from '../../support/small-pictures.ts'

const check = (bytes: Uint8Array) => checkPicture(bytes, entryPictureLimits)
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const and = (bytes: Uint8Array, more: string) => new Uint8Array(Buffer.concat([bytes, Buffer.from(more, 'latin1')]))

function refusalOf(bytes: Uint8Array): string {
  try {
    check(bytes)
    return 'taken'
  } catch (failure) {
    if (failure instanceof Refusal) return failure.code
    throw failure
  }
}

function withExif(bytes: Uint8Array): Uint8Array {
  const exif = Buffer.from('Exif\0\0GPS 52.5N 1.9W', 'latin1')
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
  return new Uint8Array(Buffer.concat([bytes.subarray(0, 2), head, exif, bytes.subarray(2)]))
}

function webpWithExif(): Uint8Array {
  const chunk = (name: string, data: Buffer) => {
    const head = Buffer.alloc(8, name)
    head.writeUInt32LE(data.length, 4)
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
  }
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    chunk('VP8X', Buffer.from([0x08, 0, 0, 0, 7, 0, 0, 5, 0, 0])),
    Buffer.from(webp.subarray(12)),
    chunk('EXIF', Buffer.from('GPS 52.5N 1.9W!')),
  ])
  const head = Buffer.alloc(8, 'RIFF')
  head.writeUInt32LE(body.length, 4)
  return new Uint8Array(Buffer.concat([head, body]))
}

describe('a picture', () => {
  it.each([
    ['a PNG', png(), 'image/png'],
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a progressive JPEG', progressiveJpeg, 'image/jpeg'],
    ['a WebP', webp, 'image/webp'],
    ['a lossless WebP', losslessWebp, 'image/webp'],
  ])('is %s by its bytes', (_name, bytes, mediaType) => {
    expect(check(bytes).mediaType).toBe(mediaType)
    expect(check(check(bytes).bytes)).toEqual(check(bytes))
  })

  it.each([
    [
      'a PNG',
      png(8, 6, [
        ['tEXt', 'Comment\0GPS 52.5N'],
        ['eXIf', 'GPS 1.9W'],
      ]),
      'GPS',
    ],
    ['a JPEG', withExif(jpeg), 'GPS'],
    ['a JPEG’s comment', jpeg, 'Taken at home'],
    ['a WebP', webpWithExif(), 'GPS'],
  ])('loses where it was taken: %s', (_name, bytes, secret) => {
    expect(text(bytes)).toContain(secret)
    expect(text(check(bytes).bytes)).not.toContain(secret)
  })

  it('has nothing more in a WebP’s header than it holds', () => {
    const cleaned = check(webpWithExif()).bytes
    expect([text(cleaned.subarray(12, 16)), cleaned[20]]).toEqual(['VP8X', 0])
  })

  it.each([
    ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a page', new TextEncoder().encode('<!doctype html><script>alert(1)</script>')],
    ['a GIF', new TextEncoder().encode('GIF89a/*\x01\x00\x01\x00*/=1;alert(1)')],
    ['a HEIC', new TextEncoder().encode('\0\0\0\x18ftypheic\0\0\0\0')],
    ['nothing', new Uint8Array()],
    ['a PNG with a page behind it', and(png(), '<script>alert(1)</script>')],
    ['a JPEG with an archive behind it', and(jpeg, 'PK\x03\x04')],
    ['a WebP with a page behind it', and(webp, '<script>')],
    ['no more than the first bytes of a PNG', png().subarray(0, 11)],
    ['a PNG that breaks off', png().subarray(0, -12)],
    ['a JPEG that breaks off', jpeg.subarray(0, -2)],
    ['a PNG that draws nothing', png(0, 6)],
    ['a page that begins like a JPEG', new TextEncoder().encode('\xff\xd8\xff<script>alert(1)</script>')],
  ])('is not %s', (_name, bytes) => {
    expect(refusalOf(bytes)).toBe('not-a-picture')
  })

  it('is limited in bytes, and in the pixels of its header', () => {
    expect(refusalOf(png(1600, 900))).toBe('taken')
    expect(refusalOf(png(1601, 4))).toBe('picture-too-large')
    // A small file can hold a picture too large for a phone's memory.
    expect(refusalOf(png(4, 60_000))).toBe('picture-too-large')
    expect(refusalOf(new Uint8Array(entryPictureLimits.bytes + 1))).toBe('body-too-large')
  })

  it('that was damaged is accepted or refused, and never causes a bug', () => {
    const whole = [png(), jpeg, progressiveJpeg, webp, losslessWebp, webpWithExif()]
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 6 }),
        fc.nat(600),
        (bytes, changes, length) => {
          const spoilt = bytes.slice(0, Math.max(length, 2))
          for (const [at, byte] of changes) if (at < spoilt.length) spoilt[at] = byte
          expect(['taken', 'not-a-picture', 'picture-too-large']).toContain(refusalOf(spoilt))
        },
      ),
      { numRuns: 500 },
    )
  })
})
