import { describe, expect, it } from 'vitest'
import { rollUp } from '../../../web/core/feed/roll-up.ts'

const roll = (...texts: string[]) => texts.reduce<readonly string[]>(rollUp, [])

describe('captions on a screen', () => {
  it('are the last two', () => {
    expect(roll('One.', 'Two.', 'Three.')).toEqual(['Two.', 'Three.'])
  })

  it('grow in place while a sentence is sent again with every word', () => {
    expect(roll('One.', 'Good', 'Good evening', 'Good evening, all')).toEqual(['One.', 'Good evening, all'])
  })

  it('are removed by an empty text', () => {
    expect(roll('One.', 'Two.', '')).toEqual([])
    expect(roll('One.', '', 'Two.')).toEqual(['Two.'])
  })
})
