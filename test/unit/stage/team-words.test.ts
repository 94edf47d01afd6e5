import { describe, expect, it } from 'vitest'
import { peopleWords } from '../../../presenter/stage/parts/team-words.ts'

describe('the people of a team on the stage', () => {
  it('are all named where they fit', () => {
    expect(peopleWords(['Ada Bell', 'Imran Shah', 'Lowri Wynn'])).toBe('Ada Bell, Imran Shah and Lowri Wynn')
    expect(peopleWords([])).toBe('')
  })

  it('are counted where they do not fit', () => {
    const members = Array.from({ length: 9 }, (_, n) => `Person Number ${n}`)
    expect(peopleWords(members)).toBe('Person Number 0, Person Number 1, Person Number 2 and 6 more')
  })

  it('include at least one name', () => {
    expect(peopleWords(['A'.repeat(90), 'B'.repeat(90)])).toBe(`${'A'.repeat(90)} and 1 more`)
  })
})
