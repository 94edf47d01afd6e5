import type { Entry } from '../../../api/schema/entry.ts'
import type { Award } from '../../../api/schema/result.ts'
import {
  isLong,
  type JointGrid,
  jointGrid,
  type Layout,
  largestAlone,
  largestJoint,
  nameBox,
  type RevealTeam,
  type StepKind,
} from './compositions.ts'
import { type Box, fitNames, type Measure } from './name-fit.ts'

export type RevealStepNames = { kind: StepKind; rank: number | null; teams: readonly RevealTeam[] }
export type NameSizes = ReturnType<typeof createNameSizes>

/** The winner's name is at least this many times the second's. */
const winnerRatio = 1.22
const placeRatio = 0.92
const awardRatio = 0.7
/** Up to this many teams can share the next award without a smaller name. */
const maxJoint = 4

/**
 * The size of the names at each step, so that no step is smaller than the one before and the winner is the largest. They follow from the
 * names of the teams that may still come, which everybody knows, and from the steps shown: a size must not reveal who is to come. `lastIsWinner`: no award follows the winner.
 */
export function createNameSizes(teams: readonly RevealTeam[], scene: Box, lastIsWinner: boolean, measure: Measure) {
  const layout: Layout = { scene, measure }
  const fitAlone = (team: RevealTeam, kind: StepKind) =>
    fitNames([team.name], nameBox(kind, team, scene), measure, largestAlone[team.pictured ? 'pictured' : 'bare'])
  const fitAny = (...kinds: StepKind[]) =>
    Math.min(largestAlone.pictured, ...teams.flatMap((team) => kinds.map((kind) => fitAlone(team, kind))))
  const allNames = teams.map(({ name }) => name)
  const longNames = allNames.filter(isLong)
  const fitJoint = (names: readonly string[], cells: number) =>
    cells > names.length ? largestJoint : jointGrid('none', names, cells, layout).size
  const anyJoint = Array.from({ length: maxJoint - 1 }, (_, n) => n + 2).map((cells) =>
    Math.min(fitJoint(allNames, cells), fitJoint(longNames, cells)),
  )
  /** The size at which any teams, at most `most` of them, can share an award. */
  const fitAnyJoint = (most: number) => Math.min(largestJoint, ...anyJoint.slice(0, Math.max(0, most - 1)))

  const anyAward = fitAny('criterion', 'prize', 'challenge')
  const anyWinner = lastIsWinner ? fitAny('winner') : Math.min(fitAny('winner'), anyAward)
  const second = Math.min(anyWinner / winnerRatio, fitAny('place'))
  const award = Math.min(anyWinner * awardRatio, place(4), anyAward, fitAnyJoint(maxJoint))

  function place(rank: number): number {
    if (rank <= 2) return second
    // The places above it may be one shared place.
    return Math.min(second * placeRatio ** (Math.min(rank, 4) - 2), fitAnyJoint(rank - 1))
  }

  function largestOf({ kind, rank }: RevealStepNames): number {
    if (kind === 'winner') return lastIsWinner ? Number.POSITIVE_INFINITY : anyWinner
    return kind === 'place' ? place(rank ?? 4) : award
  }

  function alone(step: RevealStepNames): number {
    const isLargest = step.kind === 'winner' && lastIsWinner
    return isLargest ? Math.max(anyWinner, fitAlone(step.teams[0]!, 'winner')) : largestOf(step)
  }

  return {
    /** `afterWinner`: the award stands as large as the winner, because it comes later. */
    alone: (step: RevealStepNames, afterWinner: boolean) => roundDown(afterWinner ? anyWinner : alone(step)),
    /** Pictures give way where the names would be smaller than at the step before. */
    joint(step: RevealStepNames, afterWinner: boolean): JointGrid {
      const names = step.teams.map(({ name }) => name)
      const before = afterWinner ? anyWinner : step.kind === 'winner' ? place(names.length + 1) : largestOf(step)
      const pictured = names.length <= maxJoint && step.teams.some((team) => team.pictured)
      const grid = (pictured ? (['above', 'beside'] as const) : [])
        .map((picture) => jointGrid(picture, names, names.length, layout))
        .find(({ size }) => size >= before)
      const shown = grid ?? jointGrid('none', names, names.length, layout)
      const largest = afterWinner ? anyWinner : largestOf(step)
      return { ...shown, size: roundDown(Math.min(shown.size, largest)) }
    },
  }
}

/**
 * The teams whose names may still come at the last of these steps or after it. A team has one place, so that its name bounds no place
 * after its own. A picture that fails changes the composition of its own step only.
 */
export function teamsToCome(
  entries: readonly Pick<Entry, 'id' | 'team' | 'picture' | 'open' | 'warmUp'>[],
  awards: readonly Pick<Award, 'kind' | 'entryIds'>[],
  lastIsWinner: boolean,
): RevealTeam[] {
  const placed = lastIsWinner
    ? awards.slice(0, -1).flatMap((award) => (award.kind === 'place' ? award.entryIds : []))
    : []
  return entries
    .filter((entry) => entry.open && !entry.warmUp && !placed.includes(entry.id))
    .map(({ team, picture }) => ({ name: team, pictured: picture !== null }))
}

const roundDown = (size: number) => Math.floor(size * 10) / 10
