import { describe, expect, it } from 'vitest'
import { emptyFields } from '../../../api/rules/result/award-contests.ts'
import { listScript } from '../../../api/rules/result/host-script.ts'
import type { Award } from '../../../api/schema/result.ts'
import { announcement } from '../../../web/core/words/host-script-words.ts'

const criterion = { id: 'use', name: 'Will it be used?', description: '', min: 1, max: 5, weight: 1, levels: {} }
const challenge = {
  id: 'c',
  name: 'Open data',
  description: '',
  givenBy: 'Tai',
  judgeIds: [],
  entryIds: [],
  criteria: [],
}
const event = { places: 3, criteria: [criterion], criterionAwards: ['use'], challenges: [challenge], awardOrder: [] }
const award = (more: Partial<Award> & Pick<Award, 'id' | 'kind' | 'name'>): Award => ({
  ...emptyFields,
  entryIds: ['a'],
  ...more,
})
const names = (lines: { name: string }[]) => lines.map(({ name }) => name)

describe('the host’s script', () => {
  it('lists the awards in the order of the reveal, without teams', () => {
    const { shown, coming } = listScript(event, [{ id: 'p', name: 'Best tea' }], [])
    expect(shown).toEqual([])
    expect(names(coming)).toEqual(['Best tea', 'Open data', 'Will it be used?', '3rd place', '2nd place', 'Winner'])
    expect(coming.flatMap(({ entryIds }) => entryIds)).toEqual([])
  })

  it('follows the organiser’s order', () => {
    const ordered = { ...event, awardOrder: ['criterion-use', 'places', 'challenge-c'] }
    expect(names(listScript(ordered, [], []).coming)).toEqual([
      'Will it be used?',
      '3rd place',
      '2nd place',
      'Winner',
      'Open data',
    ])
  })

  it('names the teams of shown awards only, and leaves out what cannot come any more', () => {
    const shownAwards = [
      award({ id: 'p', kind: 'prize', name: 'Best tea' }),
      award({ id: 'place-2', kind: 'place', name: 'Joint 2nd place', rank: 2, entryIds: ['a', 'b'] }),
    ]
    const { shown, coming } = listScript(event, [], shownAwards)
    expect(shown.map(({ entryIds }) => entryIds)).toEqual([['a'], ['a', 'b']])
    expect(names(coming)).toEqual(['Winner'])
  })

  it('has a sentence for each kind of award, without the name of a team', () => {
    const { coming } = listScript(event, [{ id: 'p', name: 'Best tea' }], [])
    expect(coming.map(announcement)).toEqual([
      'The prize “Best tea” goes to…',
      'The challenge “Open data”, given by Tai, goes to…',
      'The judges asked of every team: “Will it be used?” The answer was best for…',
      // Teams that share the second place leave no third: a sentence with its number would be untrue.
      'The next place goes to…',
      'The next place goes to…',
      'And the winner is…',
    ])
  })
})
