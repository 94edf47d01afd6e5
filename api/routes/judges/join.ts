import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { authenticate, setKeyCookie } from '../../http/authenticate.ts'
import { hashKey, keyOfJoin, newId, newKey } from '../../http/keys.ts'
import { body, describe, describeChange } from '../../http/openapi.ts'
import { setPageCookie } from '../../http/page-cookie.ts'
import { limitJoin } from '../../http/request-limits.ts'
import { checkPanelCount } from '../../rules/event/event-limits.ts'
import { findDuplicates } from '../../rules/event/find-duplicate.ts'
import { checkPermission, findRefusal } from '../../rules/permissions.ts'
import { refuse, SameName } from '../../rules/refusal.ts'
import { type JoinBody, type Judge, joinBody, judge, judgeName } from '../../schema/judge.ts'
import { type Change, changeEvent } from '../../store/change-event.ts'
import { listExpectedJudges, saveArrival, saveClaim } from '../../store/judges/arrivals.ts'
import { countPanel, findJudge, insertJudge, listJudges, makeRoomForJudge } from '../../store/judges/judges.ts'
import { findJudgeIdOfKey, forJudge, insertKey, markKeyUsed } from '../../store/keys.ts'

export const joinRoutes = (context: AppContext) =>
  new Hono()
    .get(
      '/events/:slug/judges/expected',
      describe(
        'The listed judges who have not come, by name, for whoever joins to find themself',
        z.object({ judges: z.array(judgeName) }),
        ['no-such-event'],
      ),
      async (c) => {
        const event = await context.eventCache.event(c.req.param('slug'))
        const judges = findRefusal('join', event) ? [] : await listExpectedJudges(context.db.sql, event.id)
        c.header('cache-control', 'no-store')
        return c.json({ judges })
      },
    )
    .post(
      '/events/:slug/join',
      describeChange(
        'join',
        'A judge joins by the room’s code: as a new judge, or with `judgeId` as a listed one who has not come',
        z.object({ judge, judgeKey: z.string() }),
        ['invalid', 'no-such-event', 'panel-full', 'too-many', 'same-name', 'judge-here', 'no-such-judge'],
        201,
      ),
      body(joinBody),
      async (c) => {
        const slug = c.req.param('slug')
        const fields = c.req.valid('json')
        const event = await context.eventCache.event(slug)
        limitJoin(c, context, event.id)
        const judgeKey = fields.joinId === undefined ? newKey() : keyOfJoin(event.id, fields.joinId)
        const removedHere = await findRemovedOfBrowser(c, context, slug)
        const joined = await join(context, slug, fields, judgeKey, removedHere)
        setKeyCookie(c, 'judge', slug, judgeKey)
        setPageCookie(c, { role: 'judge', slug })
        return c.json({ judge: joined, judgeKey }, 201)
      },
    )

async function findRemovedOfBrowser(c: Context, context: AppContext, slug: string): Promise<Judge | undefined> {
  const caller = await authenticate(c, context, ['judge'], slug).catch(() => undefined)
  const held = caller?.judgeId ? await findJudge(context.db.sql, caller.eventId!, caller.judgeId) : undefined
  return held?.status === 'removed' ? held : undefined
}

function join(
  context: AppContext,
  slug: string,
  fields: JoinBody,
  judgeKey: string,
  removedOfBrowser: Judge | undefined,
): Promise<Judge> {
  // Whether joining is allowed is checked after a repeat has been recognised: a repeat changes nothing.
  return changeEvent(context, slug, 'repeat-join', async (change) => {
    const { tx, event } = change
    const { name, role = '', organisation = '', judgeId, askFirst } = fields
    const hash = hashKey(judgeKey)
    // The answer to the first call was lost: its judge and key once more, even if scoring has closed since.
    const repeatedId = await findJudgeIdOfKey(tx, event.id, hash)
    if (repeatedId) return (await findJudge(tx, event.id, repeatedId)) ?? refuse('no-such-judge')
    checkPermission('join', event)
    checkPanelCount(context.eventLimits, (await countPanel(tx, event.id)) + 1)

    const judges = await listJudges(tx, event.id)
    const listed = judges.find((stored) => stored.id === judgeId && stored.status === 'admitted')
    if (judgeId !== undefined && !listed) refuse('no-such-judge')
    if (listed?.arrived) refuse('judge-here')
    const alike = findDuplicates(judges, name).filter((stored) => stored.mergedInto === null)
    const onPanel = alike.filter((stored) => stored.status !== 'removed')
    if (askFirst && !listed && onPanel.length > 0)
      throw new SameName(onPanel.map(({ id, name, arrived }) => ({ id, name, arrived })))
    const removed = removedOfBrowser ?? alike.find((stored) => stored.status === 'removed')
    const waits = event.admission === 'desk' || removed !== undefined

    if (listed && !waits) {
      await insertKey(tx, hash, forJudge(event.id, listed.id))
      await markKeyUsed(tx, hash)
      return claimListed(change, listed, fields)
    }
    const status = waits ? 'waiting' : 'admitted'
    const added: Judge = {
      id: newId(),
      name,
      role,
      organisation,
      status,
      away: false,
      challengeOnly: false,
      arrived: true,
      mergedInto: null,
    }
    await makeRoomForJudge(tx, event.id, context.eventLimits)
    await insertJudge(tx, event.id, added)
    const sameAs = listed ?? removed
    if (sameAs) await saveClaim(tx, added.id, sameAs.id)
    await insertKey(tx, hash, forJudge(event.id, added.id))
    await markKeyUsed(tx, hash)
    return added
  })
}

async function claimListed(
  { tx, event, record }: Change,
  listed: Judge,
  { role = '', organisation = '' }: JoinBody,
): Promise<Judge> {
  const claimed: Judge = {
    ...listed,
    role: listed.role || role,
    organisation: listed.organisation || organisation,
    arrived: true,
  }
  await saveArrival(tx, event.id, claimed)
  record('claim-judge', { judgeId: listed.id, name: listed.name })
  return claimed
}
