import type { Cost } from '../../schema/judging/cost.ts'
import { refuse } from '../refusal.ts'
import { countOf, plural } from '../words/plural.ts'

export const noCost: Cost = { ballots: 0, scores: 0, reopened: 0, completed: 0, reweighed: false, prizes: 0 }

const costKinds = Object.keys(noCost) as (keyof Cost)[]

const costsNothing = (cost: Cost) => costKinds.every((kind) => !cost[kind])

/** Refuses a change that costs something, with the figures, unless the caller has accepted exactly this cost. */
export function checkConsent(cost: Cost, accepted: Cost | undefined): void {
  if (costsNothing(cost)) return
  if (!accepted || costKinds.some((kind) => cost[kind] !== accepted[kind]))
    refuse('ballots-at-stake', `${costWords(cost).join('. ')}.`, cost)
}

export function costWords(cost: Cost): string[] {
  const words: string[] = []
  if (cost.ballots) words.push(`${countOf(cost.ballots, 'ballot')} would be thrown away`)
  if (cost.scores) words.push(`${countOf(cost.scores, 'score')} would be thrown away`)
  if (cost.reopened)
    words.push(
      plural(cost.reopened, {
        one: 'One complete ballot would become incomplete, and its judge be asked again',
        other: `${cost.reopened} complete ballots would become incomplete, and their judges be asked again`,
      }),
    )
  if (cost.completed)
    words.push(
      plural(cost.completed, {
        one: 'One ballot would become complete with the answers it has',
        other: `${cost.completed} ballots would become complete with the answers they have`,
      }),
    )
  if (cost.reweighed) words.push('The scores that were given stay, but they would add up differently')
  if (cost.prizes)
    words.push(
      plural(cost.prizes, {
        one: 'One prize would be given to nobody',
        other: `${cost.prizes} prizes would be given to nobody`,
      }),
    )
  return words
}
