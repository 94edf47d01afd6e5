import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { requireRole } from '../../http/authenticate.ts'
import { body, describe, describeChange } from '../../http/openapi.ts'
import { refitJudging } from '../../rules/ballot/challenge-change.ts'
import { checkPanelCount } from '../../rules/event/event-limits.ts'
import { refuse } from '../../rules/refusal.ts'
import { type Judge, judge, type MergePreview, mergePreview } from '../../schema/judge.ts'
import { listChallengeOnlyIds, saveChallenges } from '../../store/awards/challenges.ts'
import { listBallotMarks, saveBallotMarks } from '../../store/ballots.ts'
import { type Change, changeEvent } from '../../store/change-event.ts'
import { refuseTooLarge } from '../../store/event-sizes.ts'
import { getEvent, type StoredEvent, touchLineUp } from '../../store/events.ts'
import { findClaimedJudge } from '../../store/judges/arrivals.ts'
import { countPanel, findJudge, saveJudgeStatus } from '../../store/judges/judges.ts'
import { mergeJudges, previewMerge } from '../../store/judges/merge-judges.ts'
import type { Query } from '../../store/sql.ts'

const oneJudge = z.object({ judge })

export const admitAndMergeRoutes = (context: AppContext) => {
  const organiser = requireRole(context, 'organiser')
  return new Hono()
    .post(
      '/events/:slug/judges/:id/admit',
      describeChange(
        'admit-judge',
        'Admits a judge; one who claims to be a listed judge goes on as that judge',
        oneJudge,
        ['no-such-judge', 'judge-merged'],
      ),
      organiser,
      async (c) => c.json({ judge: await admit(context, c.req.param('slug'), c.req.param('id')) }),
    )
    .get(
      '/events/:slug/judges/:id/merge/:otherId',
      describe('Which ballots a merge would keep and move; it changes nothing', mergePreview, ['no-such-judge']),
      organiser,
      async (c) => {
        const { id, otherId } = c.req.param()
        return c.json(await preview(context, c.var.caller.eventId!, id, otherId))
      },
    )
    .post(
      '/events/:slug/judges/:id/merge',
      describeChange(
        'merge-judges',
        'Makes one judge of two: of each entry the newest ballot stays, the other judge is removed and their phones go on as this one',
        oneJudge,
        ['no-such-judge', 'same-judge', 'judge-merged', 'event-full', 'invalid'],
      ),
      organiser,
      body(z.strictObject({ otherId: z.string().max(64) })),
      async (c) => {
        const { slug, id } = c.req.param()
        return c.json({ judge: await merge(context, slug, id, c.req.valid('json').otherId) })
      },
    )
}

/** A judge who claims to be a listed one goes on as that one. A judge who was removed before comes back as a new judge. */
function admit(context: AppContext, slug: string, judgeId: string): Promise<Judge> {
  return changeEvent(context, slug, 'admit-judge', async (change) => {
    const { tx, event, record } = change
    const before = (await findJudge(tx, event.id, judgeId)) ?? refuse('no-such-judge')
    if (before.mergedInto !== null) refuse('judge-merged')
    const listed = before.status === 'waiting' ? await findClaimedJudge(tx, event.id, judgeId) : undefined
    if (listed?.status === 'admitted') return mergeIn(change, context, listed.id, judgeId)
    if (before.status !== 'admitted') checkPanelCount(context.eventLimits, (await countPanel(tx, event.id)) + 1)
    const saved = (await saveJudgeStatus(tx, event.id, judgeId, { status: 'admitted' })) ?? refuse('no-such-judge')
    record('admit', { judgeId, name: saved.name })
    return saved
  })
}

async function preview({ db }: AppContext, eventId: string, judgeId: string, otherId: string): Promise<MergePreview> {
  const judges = await Promise.all([findJudge(db.sql, eventId, judgeId), findJudge(db.sql, eventId, otherId)])
  if (judges.some((found) => found === undefined)) refuse('no-such-judge')
  return previewMerge(db.sql, judgeId, otherId)
}

function merge(context: AppContext, slug: string, judgeId: string, otherId: string): Promise<Judge> {
  return changeEvent(context, slug, 'merge-judges', (change) => mergeIn(change, context, judgeId, otherId))
}

/** Makes one judge of two. `judgeId` stays. */
async function mergeIn(
  { tx, event, record }: Change,
  { instance, eventLimits }: AppContext,
  judgeId: string,
  otherId: string,
): Promise<Judge> {
  if (judgeId === otherId) refuse('same-judge')
  const stays = (await findJudge(tx, event.id, judgeId)) ?? refuse('no-such-judge')
  const other = (await findJudge(tx, event.id, otherId)) ?? refuse('no-such-judge')
  if (stays.mergedInto !== null || other.mergedInto !== null) refuse('judge-merged')
  const { moved, both } = await previewMerge(tx, judgeId, otherId)
  const merged = (await mergeJudges(tx, event.id, { judgeId, otherId, instance })) ?? refuse('no-such-judge')
  if (event.challenges.length > 0) await refitMerged(tx, event)
  await refuseTooLarge(tx, event.id, eventLimits)
  const ballots = moved.length + both.filter(({ newest }) => newest === 'other').length
  record('merge-judges', { judgeId, name: stays.name, otherId, otherName: other.name, ballots })
  return merged
}

/** The judge who stays may have further questions now: their ballots are complete only with those. */
async function refitMerged(tx: Query, { id, slug }: StoredEvent): Promise<void> {
  const { criteria, challenges } = await getEvent(tx, slug)
  const judging = { criteria, challenges, challengeOnlyIds: await listChallengeOnlyIds(tx, id) }
  const { changed } = refitJudging(judging, judging, await listBallotMarks(tx, id))
  await saveBallotMarks(tx, changed)
  await saveChallenges(tx, id, challenges, judging.challengeOnlyIds)
  await touchLineUp(tx, id)
}
