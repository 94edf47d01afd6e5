import { describe, expect, it } from 'vitest'
import { entryPictureLimits, eventPictureLimits, slideLimits } from '../../../api/rules/pictures/picture.ts'
import {
  eventLimits,
  maxArchiveBytes,
  maxCriteria,
  maxPictureBytes,
  maxPrizes,
  maxSlideBytes,
  maxSlidePages,
} from '../../../api/schema/limits.ts'

/** A character takes four bytes at most, or two where JSON escapes it. */
const text = (characters: number) => 4 * characters
const inBase64 = (bytes: number) => Math.ceil(bytes / 3) * 4
const idBytes = 16
/** Names, punctuation, numbers and moments of one object. */
const frame = 600

const { entries, judges, castingVotes, judgingBytes, historyBytes } = eventLimits
const idsOfAll = entries * idBytes

/** The lengths of schema/entry.ts, schema/judge.ts, schema/award-decisions.ts and schema/event.ts. */
const parts = {
  entries: entries * (frame + text(120 + 120 + 240 + 12 * 120 + 30 * 120 + 500 + 240)),
  judges: judges * (frame + text(80 + 80 + 120)),
  // Each vote is in the archive and among what counted, and its chair is named by an award.
  castingVotes: castingVotes * (frame + 2 * idsOfAll + 2 * text(80 + 240)),
  prizes: 3 * maxPrizes * (frame + text(80 + 240) + 100 * idBytes),
  rubric: 2 * maxCriteria * (frame + text(120 + 300 + 21 * 160)),
  // Every entry that was on stage has a moment and a clock.
  show: frame + entries * (3 * idBytes + 300) + 2 * text(120),
  // A standing names every entry that it is tied with and has a figure for each criterion.
  standings: entries * (frame + idsOfAll + maxCriteria * 150 + text(500)),
  // Places, the best by each criterion and prizes: in the result, and twice among the steps of the reveal.
  awards: 3 * (10 + maxCriteria + maxPrizes) * (frame + idsOfAll + text(80 + 240 + 80 + 240)),
  warnings: 50 * (frame + text(500) + idsOfAll + judges * idBytes),
  judging: judgingBytes,
  history: 1.5 * historyBytes,
  picture: inBase64(eventPictureLimits.bytes),
  pictures: inBase64(maxPictureBytes) + entries * frame,
  slides: inBase64(maxSlideBytes) + entries * maxSlidePages * 120,
}

describe('the limits of an event', () => {
  it('leave room in the archive for everything that they allow at once, and for what several instances add before they measure', () => {
    const sum = Object.values(parts).reduce((total, bytes) => total + bytes, 0)
    expect(sum).toBeLessThan(maxArchiveBytes - 16 * 1024 * 1024)
  })

  it('give each judge no more than a small part of the room for ballots', () => {
    expect(eventLimits.judgeBytes * 40).toBeLessThanOrEqual(judgingBytes)
  })

  it('allow an entry’s picture to be read as one item of an archive', () => {
    expect(inBase64(entryPictureLimits.bytes)).toBeLessThan(1_400_000)
    expect(inBase64(slideLimits.bytes)).toBeLessThan(420_000)
    expect(slideLimits.pages).toBe(maxSlidePages)
  })
})
