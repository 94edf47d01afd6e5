import { rank } from '../../api/rules/ranking/rank.ts'

export const judges = ['Amal', 'Ben', 'Cerys'] as const
export const teams = ['Team A', 'Team B', 'Team C'] as const
export const strict = 2

/** A row a team, a column a judge, on a scale from 1 to 5. */
export const marks: (number | null)[][] = [
  [4.2, 4.6, 3.2],
  [3, 3.4, 2],
  [4, 4.4, null],
]

export type ExampleTeam = {
  team: string
  plain: number
  levelled: number
  marks: { judge: string; strict: boolean; raw: number; levelled: number }[]
}

export function workedExample(): { teams: ExampleTeam[]; leniency: number[] } {
  const { raw, fair, leniency } = rank({ matrix: marks, scale: { lo: 1, hi: 5 } })
  return {
    leniency: leniency.map((value) => value ?? 0),
    teams: teams.map((team, i) => ({
      team,
      plain: raw[i] ?? 0,
      levelled: fair[i] ?? 0,
      marks: judges.flatMap((judge, j) => {
        const mark = marks[i]?.[j] ?? null
        if (mark === null) return []
        return [{ judge, strict: j === strict, raw: mark, levelled: mark - (leniency[j] ?? 0) }]
      }),
    })),
  }
}
