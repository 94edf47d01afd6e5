import { describe, expect, it } from 'vitest'
import { readByteRange } from '../../../api/rules/film/byte-range.ts'
import { countFilmParts, filmPartBytes, filmPartLength, filmType } from '../../../api/rules/film/film.ts'

describe('a film', () => {
  it('is told by its first bytes, not by its name', () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    expect(filmType(bytes('\0\0\0\x20ftypisom'))).toBe('video/mp4')
    expect(filmType(new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 0x9f]))).toBe('video/webm')
    for (const other of ['', 'ftyp', 'RIFF....AVI ', '%PDF-1.7', '<!doctype html>'])
      expect(filmType(bytes(other)), other).toBeUndefined()
  })

  it('has parts of one length, and a last one with the rest', () => {
    for (const bytes of [1, filmPartBytes - 1, filmPartBytes, filmPartBytes + 1, 5 * filmPartBytes + 7]) {
      const lengths = Array.from({ length: countFilmParts(bytes) }, (_, part) => filmPartLength(bytes, part))
      expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(bytes)
      expect(lengths.slice(0, -1).every((length) => length === filmPartBytes)).toBe(true)
      expect(lengths.at(-1)).toBeGreaterThan(0)
    }
  })
})

describe('a byte range', () => {
  it.each([
    [undefined, 'whole'],
    ['bytes=0-', { first: 0, last: 99 }],
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=10-19', { first: 10, last: 19 }],
    ['bytes=90-1000', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-1000', { first: 0, last: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=20-10', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['items=0-1', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=99999999999999999999-', 'whole'],
  ])('%s of a hundred bytes is %o', (header, range) => {
    expect(readByteRange(header, 100)).toEqual(range)
  })
})
