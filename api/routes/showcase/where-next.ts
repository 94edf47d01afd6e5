import { Hono } from 'hono'
import type { AppContext } from '../../context.ts'
import { requireRole } from '../../http/authenticate.ts'
import { body, describeChange } from '../../http/openapi.ts'
import { ballotCriteria } from '../../rules/ballot/ballot-criteria.ts'
import { refuse } from '../../rules/refusal.ts'
import { isVisited, openIds } from '../../rules/show/showcase.ts'
import { startOf, walkingOrder, whereNext } from '../../rules/show/where-next.ts'
import { whereNextAnswer, whereNextBody } from '../../schema/where-next.ts'
import { getLineUp } from '../../store/events.ts'
import { getJudgeWalk, listVisits, lockWalks, saveSentTo } from '../../store/showcase/visits.ts'

/** How many judges visit which entry stays on the server: a phone receives one entry. */
export const whereNextRoutes = (context: AppContext) =>
  new Hono().post(
    '/events/:slug/ballots/where-next',
    describeChange(
      'suggest-entry',
      'The entry that this judge should visit next in the showcase; the same until it is finished',
      whereNextAnswer,
      ['key-needed', 'judge-removed', 'not-admitted', 'invalid'],
    ),
    requireRole(context, 'judge'),
    body(whereNextBody),
    async (c) => {
      const { judgeId } = c.var.caller
      const { passedOver } = c.req.valid('json')
      return c.json({ entryId: await sendJudge(context, c.req.param('slug'), judgeId!, passedOver) })
    },
  )

function sendJudge({ db }: AppContext, slug: string, judgeId: string, passedOver?: string): Promise<string | null> {
  const sent = db.sql.begin(async (tx) => {
    const { event, entries } = await getLineUp(tx, slug)
    const { show } = event
    await lockWalks(tx, event.id)
    const { status, challengeOnly, number, finishedIds, lastId, sentTo } = await getJudgeWalk(tx, event.id, judgeId)
    if (status === 'removed') refuse('judge-removed')
    if (status === 'waiting') refuse('not-admitted')
    if (show.phase !== 'live' || show.opened === null) return { entryId: null }
    const open = openIds(show)
    const judge = { id: judgeId, challengeOnly }
    const candidates = entries.filter(
      (entry) => open.includes(entry.id) && isVisited(entry) && ballotCriteria(event, judge, entry.id).length > 0,
    )
    const exceptIds = new Set([...finishedIds, ...(passedOver === undefined ? [] : [passedOver])])
    const stands = sentTo !== null && !exceptIds.has(sentTo) && candidates.some(({ id }) => id === sentTo)
    if (stands) return { entryId: sentTo }
    const byEntry = new Map((await listVisits(tx, event.id, judgeId)).map((visit) => [visit.entryId, visit]))
    const visits = walkingOrder(candidates).map(({ id }) => byEntry.get(id)!)
    const walk = { visits, atId: passedOver ?? lastId ?? undefined, start: startOf(number) }
    // Someone who has passed over the last one left is offered it again.
    const entryId = whereNext({ ...walk, exceptIds }) ?? whereNext({ ...walk, exceptIds: new Set(finishedIds) }) ?? null
    await saveSentTo(tx, judgeId, entryId)
    return { entryId }
  })
  return sent.then(({ entryId }) => entryId)
}
