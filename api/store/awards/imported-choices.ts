import { challengesAction } from '../../rules/ballot/challenge-change.ts'
import { chooseChallenges } from '../../rules/ballot/choose-challenges.ts'
import { Invalid, refusals } from '../../rules/refusal.ts'
import { listBallotMarks } from '../ballots.ts'
import type { Change } from '../change-event.ts'
import { listChallengeOnlyIds } from './challenges.ts'
import { saveJudging } from './save-judging.ts'

/** `pointer`: where the request names the challenges. */
export type Choice = { entryId: string; warmUp: boolean; challengeIds: string[]; pointer: string }

/** Refuses a choice for a team that judges have scored: it may cost ballots, and an import shows no cost. */
export async function saveImportedChoices(change: Change, choices: Choice[]): Promise<void> {
  const { tx, event } = change
  if (choices.length === 0) return
  const known = new Set(event.challenges.map(({ id }) => id))
  const before = { ...event, challengeOnlyIds: await listChallengeOnlyIds(tx, event.id) }
  const scored = new Set((await listBallotMarks(tx, event.id)).map(({ entryId }) => entryId))
  let after = before
  const problems: { pointer: string; title: string }[] = []
  for (const { entryId, warmUp, challengeIds, pointer } of choices) {
    const next = { ...after, challenges: chooseChallenges(after.challenges, entryId, challengeIds) }
    if (challengeIds.some((id) => !known.has(id)))
      problems.push({ pointer, title: refusals['no-such-challenge'].title })
    else if (warmUp && challengeIds.length > 0) problems.push({ pointer, title: refusals['warm-up'].title })
    else if (scored.has(entryId) && challengesAction(after, next) !== 'reword-challenges')
      problems.push({
        pointer,
        title: 'Judges have scored this team, so change its challenges in the section Challenges',
      })
    after = next
  }
  if (problems.length > 0) throw new Invalid(problems)
  if (challengesAction(before, after) !== 'reword-challenges') await saveJudging(change, before, after, undefined)
}
