import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { requireRole } from '../../http/authenticate.ts'
import { newId } from '../../http/keys.ts'
import { body, describe, describeChange } from '../../http/openapi.ts'
import { challengesAction, checkChallenges } from '../../rules/ballot/challenge-change.ts'
import { chooseChallenges } from '../../rules/ballot/choose-challenges.ts'
import { toCriteria } from '../../rules/event/event.ts'
import { refuse } from '../../rules/refusal.ts'
import { type ChallengesBody, challenge, challengesBody, chosenChallenges } from '../../schema/judging/challenge.ts'
import { listChallengeOnlyIds } from '../../store/awards/challenges.ts'
import { saveJudging } from '../../store/awards/save-judging.ts'
import { listBallotMarks } from '../../store/ballots.ts'
import { changeEvent } from '../../store/change-event.ts'
import { getEntry, listEntries } from '../../store/entries.ts'
import { getEvent } from '../../store/events.ts'
import { listJudges } from '../../store/judges/judges.ts'
import type { Caller } from '../../store/keys.ts'

const manyChallenges = z.object({ challenges: z.array(challenge) })

export const challengeRoutes = (context: AppContext) =>
  new Hono()
    .get(
      '/events/:slug/challenges',
      describe('The challenges: prizes with their own judges, entries and questions', manyChallenges, [
        'no-such-event',
      ]),
      async (c) => c.json({ challenges: (await getEvent(context.db.sql, c.req.param('slug'))).challenges }),
    )
    .put(
      '/events/:slug/challenges',
      describeChange(
        'reword-challenges',
        'Sets the challenges. Once judges have scored, it takes `accept`: the cost that the refusal gave',
        manyChallenges,
        ['ballots-at-stake', 'scoring-closed', 'no-such-entry', 'no-such-judge', 'warm-up', 'invalid'],
      ),
      requireRole(context, 'organiser'),
      body(challengesBody),
      async (c) => c.json({ challenges: await setChallenges(context, c.req.param('slug'), c.req.valid('json')) }),
    )
    .put(
      '/events/:slug/entries/:id/challenges',
      describeChange(
        'choose-challenges',
        'A team chooses the challenges that its entry takes part in, until judges have scored',
        chosenChallenges,
        ['no-such-entry', 'no-such-challenge', 'warm-up', 'wrong-door', 'invalid'],
      ),
      requireRole(context, 'organiser', 'team'),
      body(chosenChallenges),
      async (c) => {
        const { slug, id } = c.req.param()
        const { challengeIds } = c.req.valid('json')
        return c.json({ challengeIds: await saveChoice(context, slug, id, c.var.caller, challengeIds) })
      },
    )

function setChallenges(context: AppContext, slug: string, { challenges, challengeOnlyIds, accept }: ChallengesBody) {
  return changeEvent(context, slug, 'reword-challenges', async (change) => {
    const { tx, event } = change
    const before = { ...event, challengeOnlyIds: await listChallengeOnlyIds(tx, event.id) }
    const known = new Set(event.challenges.map(({ id }) => id))
    const wanted = challenges.map(({ id, criteria = [], ...fields }) => ({
      ...{ description: '', givenBy: '', judgeIds: [], entryIds: [] },
      ...fields,
      // An unknown id may belong to another event's challenge.
      id: id !== undefined && known.has(id) ? id : newId(),
      criteria: toCriteria(criteria),
    }))
    const after = { ...before, challenges: wanted, challengeOnlyIds: challengeOnlyIds ?? before.challengeOnlyIds }
    checkChallenges(after, await listEntries(tx, event.id), await listJudges(tx, event.id))
    return saveJudging(change, before, after, accept)
  })
}

function saveChoice(context: AppContext, slug: string, entryId: string, caller: Caller, chosenIds: string[]) {
  if (caller.role === 'team' && caller.entryId !== entryId) refuse('wrong-door')
  return changeEvent(context, slug, 'choose-challenges', async (change) => {
    const { tx, event } = change
    const { warmUp } = await getEntry(tx, event.id, entryId)
    if (warmUp) refuse('warm-up')
    if (chosenIds.some((id) => !event.challenges.some((challenge) => challenge.id === id))) refuse('no-such-challenge')
    const before = { ...event, challengeOnlyIds: await listChallengeOnlyIds(tx, event.id) }
    const after = { ...before, challenges: chooseChallenges(event.challenges, entryId, chosenIds) }
    if (challengesAction(before, after) === 'reword-challenges') return chosenIds
    if ((await listBallotMarks(tx, event.id)).length > 0)
      refuse('too-late-to-change', 'Judges have started to score, so only the organiser can change this now')
    await saveJudging(change, before, after, undefined)
    return chosenIds
  })
}
