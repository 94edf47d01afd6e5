import { describe, expect, it } from 'vitest'
import { judgedWords, passedOverWords } from '../../../web/record/challenge-record-words.ts'

const question = (name: string) => ({ id: name, name, description: '', min: 1, max: 5, weight: 1, levels: {} })

describe('the record of a challenge', () => {
  it('says how many judges gave how many ballots to how many teams, by which questions', () => {
    const counts = { judges: 3, ballots: 7, entries: 4 }
    expect(judgedWords(counts, [])).toBe('3 judges gave 7 complete ballots to 4 teams, by the questions of the rubric.')
    expect(judgedWords(counts, [question('How open?')])).toMatch(/by the question “How open\?”\.$/)
    expect(judgedWords(counts, [question('A'), question('B')])).toMatch(/by the questions “A” and “B”\.$/)
    expect(judgedWords({ ...counts, judges: 0, ballots: 0 }, [])).toBe(
      'No judge completed a ballot; 4 teams took part.',
    )
  })
  it('names who was passed over for an award', () => {
    expect(passedOverWords('Open data', ['Bins'])).toBe('“Open data”: Bins was passed over, having another award.')
    expect(passedOverWords('Open data', ['Bins', 'Map'])).toMatch(/Bins and Map were passed over/)
  })
})
