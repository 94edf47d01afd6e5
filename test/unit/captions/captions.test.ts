import { describe, expect, it } from 'vitest'
import { captionText } from '../../../api/captions/caption-text.ts'
import { isWebVtt, readCueTexts } from '../../../api/captions/web-vtt.ts'

describe('the words of a caption feed', () => {
  it.each([
    ['Good evening,\n everyone', 'Good evening, everyone'],
    ['{"text":"Good evening"}', 'Good evening'],
    ['{"caption":"Noswaith dda","final":true}', 'Noswaith dda'],
    ['"Good evening"', 'Good evening'],
    ['{"seq":3}', ''],
    ['{not json', '{not json'],
    ['', ''],
    ['{"text":"Good\\u0007 evening\\ud83d"}', 'Good evening'],
  ])('are read from %s', (data, text) => expect(captionText(data)).toBe(text))

  it('are the end of a long sentence, from a whole word on', () => {
    const sentence = Array.from({ length: 40 }, (_, n) => `word${n}`).join(' ')
    const text = captionText(sentence)
    expect(text.length).toBeLessThanOrEqual(120)
    expect(sentence.endsWith(text)).toBe(true)
    expect(text).toMatch(/^word\d+ /)
    expect([...captionText('🏴'.repeat(300))].length).toBeLessThanOrEqual(120)
  })

  it('are those of the cues of a WebVTT file', () => {
    const file =
      '\uFEFFWEBVTT - the evening\r\n\r\nNOTE nothing\r\n\r\nSTYLE\r\n::cue {}\r\n\r\n1\r\n00:00.000 --> 00:02.000 line:0\r\n<v Ann>Good &amp; <i>kind</i>\r\nevening\r\n\r\n00:02.000 --> 00:04.000\r\n\r\n00:04.000 --> 00:06.000\r\nSecond'
    expect(readCueTexts(file)).toEqual(['Good & kind evening', 'Second'])
    expect(isWebVtt('text/plain', file)).toBe(true)
    expect(isWebVtt('text/html', '<!doctype html>')).toBe(false)
  })
})
