import { describe, expect, it } from 'vitest'
import { rank } from '../../../api/rules/ranking/rank.ts'
import { marks, strict, workedExample } from '../../../web/method/example.ts'
import { methodText } from '../../../web/method/method-text.ts'

const methodWords = Object.values(methodText).join(' ').split(/\s+/)

describe('the page that explains the method', () => {
  it('takes fewer than two hundred words, those of its picture included', () => {
    expect(methodWords.length).toBeLessThan(200)
  })

  const { teams, leniency } = workedExample()
  const best = (score: (team: (typeof teams)[number]) => number) =>
    [...teams].sort((a, b) => score(b) - score(a))[0]!.team

  it('shows the figures of the ranking itself', () => {
    const { fair, raw } = rank({ matrix: marks, scale: { lo: 1, hi: 5 } })
    expect(teams.map((team) => team.levelled)).toEqual(fair)
    expect(teams.map((team) => team.plain)).toEqual(raw)
  })

  it('words its picture truthfully: C wins plainly, A once levelled, and Cerys is the strict one', () => {
    expect(best((team) => team.plain)).toBe('Team C')
    expect(best((team) => team.levelled)).toBe('Team A')
    expect(Math.min(...leniency)).toBe(leniency[strict])
    expect(marks.map((row) => row[strict])).toEqual([expect.any(Number), expect.any(Number), null])
  })

  it('draws marks whose plain average is the levelled score, as its one sentence promises', () => {
    for (const team of teams) {
      const mean = team.marks.reduce((sum, mark) => sum + mark.levelled, 0) / team.marks.length
      expect(mean).toBeCloseTo(team.levelled, 9)
    }
  })

  it('is the plain average where every judge marked every team and no mark is wild', () => {
    const whole = [
      [4, 5, 3],
      [3, 3, 2],
      [4, 4, 3],
    ]
    const { fair, raw } = rank({ matrix: whole, scale: { lo: 1, hi: 5 } })
    fair.forEach((score, i) => {
      expect(score).toBeCloseTo(raw[i]!, 9)
    })
  })
})
