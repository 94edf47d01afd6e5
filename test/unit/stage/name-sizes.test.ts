import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../api/rehearsal/random.ts'
import { jointGrid, type RevealTeam } from '../../../presenter/stage/reveal/compositions.ts'
import { createNameSizes, type RevealStepNames, teamsToCome } from '../../../presenter/stage/reveal/name-sizes.ts'

const scene = { width: 160, height: 78.3 }
const measure = (text: string) => [...text].length * 0.54
const words = [
  'Bin',
  'Day',
  'Potholes',
  'Ranked',
  'Allotment',
  'Detectives',
  'a',
  'of',
  'Neighbourhood',
  'Carer',
] as const

type Random = ReturnType<typeof createRandom>

function makeTeam(random: Random): RevealTeam {
  const letters = random.pick([1, 10, 16, 30, 60, 90, 120] as const)
  let name: string = random.pick(words)
  while (name.length < letters) name += ` ${random.pick(words)}`
  return { name: name.slice(0, letters).trim(), pictured: random.chance(0.5) }
}

const pickTeams = (random: Random, teams: RevealTeam[], count: number) =>
  teams
    .map((team) => ({ team, at: random.between(0, 1) }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ team }) => team)

/** Criterion awards, prizes and challenges, then the places from the last to the first, some of them shared. */
function makeSteps(random: Random, teams: RevealTeam[], lastIsWinner: boolean): RevealStepNames[] {
  const awards = Array.from({ length: 3 }, (): RevealStepNames => {
    const kind = random.pick(['criterion', 'prize', 'challenge'] as const)
    return { kind, rank: null, teams: pickTeams(random, teams, random.chance(0.2) ? 2 : 1) }
  })
  const places: RevealStepNames[] = []
  for (let rank = 1; rank <= Math.min(5, teams.length); ) {
    const sharing = Math.min(teams.length - rank + 1, random.pick([1, 1, 1, 2, 3] as const))
    places.unshift({ kind: rank === 1 ? 'winner' : 'place', rank, teams: pickTeams(random, teams, sharing) })
    rank += sharing
  }
  return lastIsWinner
    ? [...awards, ...places]
    : [...places, ...awards.map((award) => ({ ...award, teams: award.teams.slice(0, 1) }))]
}

function sizesOf(steps: RevealStepNames[], teams: RevealTeam[], lastIsWinner: boolean): number[] {
  const sizes = createNameSizes(teams, scene, lastIsWinner, measure)
  const winnerAt = steps.findIndex(({ kind }) => kind === 'winner')
  return steps.map((step, at) =>
    step.teams.length === 1 ? sizes.alone(step, at > winnerAt) : sizes.joint(step, at > winnerAt).size,
  )
}

describe('the sizes of the names in the reveal', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('never fall from a step to the next (%i)', (seed) => {
    const random = createRandom(1, 'names', seed)
    const teams = Array.from({ length: 2 + (seed % 11) }, () => makeTeam(random))
    const lastIsWinner = seed % 4 !== 0
    const steps = makeSteps(random, teams, lastIsWinner)
    const sizes = sizesOf(steps, teams, lastIsWinner)
    expect(sizes, JSON.stringify(steps)).toEqual(sizes.toSorted((a, b) => a - b))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(3.5)
  })

  it('make a winner alone at least 1.2 times the second, also for a name of 120 letters', () => {
    for (const letters of [1, 16, 40, 90, 120]) {
      const name = 'Allotment Match of all the parishes '.repeat(4).slice(0, letters).trim()
      for (const pictured of [true, false]) {
        const teams = [
          { name, pictured },
          { name: 'Bin Day Backchat', pictured: true },
          { name: 'A', pictured: false },
        ]
        for (const [winner, second] of [
          [0, 1],
          [1, 0],
          [2, 0],
        ] as const) {
          const steps: RevealStepNames[] = [
            { kind: 'place', rank: 2, teams: [teams[second]!] },
            { kind: 'winner', rank: 1, teams: [teams[winner]!] },
          ]
          const [before, last] = sizesOf(steps, teams, true)
          expect(last! / before!, `${letters} letters`).toBeGreaterThanOrEqual(1.2)
        }
      }
    }
  })

  it('do not depend on which teams are still to come', () => {
    const teams = [
      'Bin Day Backchat',
      'A',
      'The Long-Winded Alliance of Nine Parishes and Two Unitary Authorities',
    ].map((name) => ({ name, pictured: true }))
    const sizes = teams.map((team) =>
      createNameSizes(teams, scene, true, measure).alone({ kind: 'place', rank: 3, teams: [team] }, false),
    )
    expect(new Set(sizes).size).toBe(1)
  })

  it('are larger for a winner without a picture, and pictures give way where teams share an award', () => {
    const bare = [{ name: 'Potholes, Ranked', pictured: false }]
    const pictured = [{ name: 'Potholes, Ranked', pictured: true }]
    const winner = (teams: RevealTeam[]) =>
      createNameSizes(teams, scene, true, measure).alone({ kind: 'winner', rank: 1, teams }, false)
    expect(winner(bare)).toBeGreaterThan(winner(pictured))
    const long = Array.from({ length: 4 }, (_, n) => ({
      name: `${n} ${'Parishes and Counties '.repeat(4)}`.trim(),
      pictured: true,
    }))
    const sizes = createNameSizes(long, scene, true, measure)
    expect(sizes.joint({ kind: 'winner', rank: 1, teams: long }, false).picture).toBe('none')
  })

  it('are for a long name with a picture as large as for one without, and do not shrink names beside it', () => {
    const name = 'The Joint Working Group of Seven Parishes, Two Unitary Authorities and One Library Van'
    const size = (pictured: boolean) => {
      const teams = [
        { name, pictured },
        { name: 'Bin Day', pictured: false },
      ]
      return createNameSizes(teams, scene, true, measure).alone({ kind: 'winner', rank: 1, teams: [teams[0]!] }, false)
    }
    expect(size(true)).toBe(size(false))
    const grid = (names: string[]) => jointGrid('none', names, names.length, { scene, measure }).size
    expect(grid([name, 'Bin Day', 'Potholes']) / grid([name, name, name])).toBeGreaterThan(1.4)
  })

  it('are bounded after a place by the teams that can still come', () => {
    const entries = [1, 2, 3].map((n) => ({
      id: `e${n}`,
      team: `Team ${n}`,
      picture: null,
      open: true,
      warmUp: n === 3,
    }))
    const third = { kind: 'place' as const, entryIds: ['e1'] }
    const second = { kind: 'place' as const, entryIds: ['e2'] }
    const prize = { kind: 'prize' as const, entryIds: ['e2'] }
    const names = (awards: Parameters<typeof teamsToCome>[1], lastIsWinner: boolean) =>
      teamsToCome(entries, awards, lastIsWinner).map((team) => team.name)
    // The step that is shown is the last: its own team counts.
    expect(names([prize, third], true)).toEqual(['Team 1', 'Team 2'])
    expect(names([prize, third, second], true)).toEqual(['Team 2'])
    expect(names([prize, third, second], false)).toEqual(['Team 1', 'Team 2'])
  })
})
