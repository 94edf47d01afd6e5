import { describe, expect, it } from 'vitest'
import { makeBounceGuard, pageBounceMs } from '../../../presenter/desk/keys/bounce.ts'
import { type KeyDown, pageKeys, pressOf, reloadsDesk } from '../../../web/core/desk-keys.ts'

const down = (key: string, more: Partial<KeyDown> = {}): KeyDown => ({
  key,
  repeat: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})

describe('a key on the desk', () => {
  it.each([
    ['PageDown', 'next'],
    ['ArrowRight', 'next'],
    ['n', 'next'],
    ['N', 'next'],
    ['PageUp', 'back'],
    ['ArrowLeft', 'back'],
    [' ', 'start-pause'],
    ['+', 'more-time'],
    ['=', 'more-time'],
    ['-', 'less-time'],
    ['−', 'less-time'],
    ['u', 'undo'],
    ['U', 'undo'],
    ['b', 'blank'],
    ['.', 'blank'],
    ['d', 'slides'],
    ['m', 'message'],
    ['q', 'code'],
    ['f', 'full-screen'],
    ['?', 'keys'],
  ])('%s means %s', (key, press) => {
    expect(pressOf(down(key), 'page', true)).toBe(press)
  })

  it.each(['Escape', 'F5', 'Enter', 'Tab', 'Home', 'End', 'x', '5', 'ArrowUp'])('%s means nothing', (key) => {
    expect(pressOf(down(key), 'page', true)).toBeUndefined()
  })

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }])(
    'is left alone with %o',
    (more) => {
      expect(pressOf(down('PageDown', more), 'page', true)).toBeUndefined()
      expect(pressOf(down('n', more), 'page', true)).toBeUndefined()
    },
  )

  it('is text in a text field', () => {
    for (const key of ['b', '.', ' ', 'PageDown', 'ArrowLeft']) expect(pressOf(down(key), 'text', true)).toBeUndefined()
  })

  it('leaves Space and Enter to a focused button, and keeps the clicker working', () => {
    expect(pressOf(down(' '), 'control', true)).toBeUndefined()
    expect(pressOf(down('Enter'), 'control', true)).toBeUndefined()
    expect(pressOf(down('PageDown'), 'control', true)).toBe('next')
  })

  it('does nothing as a letter once letters are switched off, while the clicker still works', () => {
    for (const key of ['n', 'u', 'b', '.', 'm', 'q', '+', '?'])
      expect(pressOf(down(key), 'page', false)).toBeUndefined()
    expect(pressOf(down('PageDown'), 'page', false)).toBe('next')
    expect(pressOf(down(' '), 'page', false)).toBe('start-pause')
  })

  it('turns a page of slides with each key of a clicker that would move the show', () => {
    const moves = ['PageDown', 'ArrowRight', 'PageUp', 'ArrowLeft', 'n', 'p', ' '].filter((key) => pageKeys[key])
    expect(moves).toEqual(['PageDown', 'ArrowRight', 'PageUp', 'ArrowLeft'])
  })

  it('F5 is blocked while the show runs, and only then', () => {
    expect(reloadsDesk(down('F5'), true)).toBe(true)
    expect(reloadsDesk(down('F5'), false)).toBe(false)
    expect(reloadsDesk(down('F5', { ctrlKey: true }), true)).toBe(false)
    expect(reloadsDesk(down('Escape'), true)).toBe(false)
  })
})

describe('a bounce', () => {
  it('is the same key again within 350 ms', () => {
    const bounced = makeBounceGuard()
    expect(bounced('PageDown', 1000)).toBe(false)
    expect(bounced('PageDown', 1040)).toBe(true)
    expect(bounced('PageDown', 1349)).toBe(true)
    expect(bounced('PageDown', 1350)).toBe(false)
  })

  it('is shorter for pages of slides, through which presenters leaf quickly', () => {
    const bounced = makeBounceGuard()
    expect(bounced('PageDown', 1000, pageBounceMs)).toBe(false)
    expect(bounced('PageDown', 1040, pageBounceMs)).toBe(true)
    expect(bounced('PageDown', 1100, pageBounceMs)).toBe(false)
  })

  it('is never another key', () => {
    const bounced = makeBounceGuard()
    expect(bounced('PageDown', 1000)).toBe(false)
    expect(bounced('PageUp', 1010)).toBe(false)
  })
})
