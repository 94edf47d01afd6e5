import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { newId } from '../http/keys.ts'
import { body, describe } from '../http/openapi.ts'
import { readResultInput } from '../results/compute-result.ts'
import { refuse } from '../rules/refusal.ts'
import { checkResultNotFixed } from '../rules/result/fixed.ts'
import { mayBeJoint } from '../rules/result/joint-places.ts'
import { rank } from '../rules/result/result.ts'
import { castingVote, castingVoteBody, prize, prizesBody } from '../schema/award.ts'
import { addCastingVote, listCastingVotes, listPrizes, savePrizes } from '../store/awards.ts'
import { listEntries } from '../store/entries.ts'
import { lockEvent } from '../store/events.ts'
import { recordHistory } from '../store/history.ts'

const manyPrizes = z.object({ prizes: z.array(prize) })
const manyVotes = z.object({ castingVotes: z.array(castingVote) })

export const awardRoutes = (context: AppContext) =>
  new Hono()
    .get(
      '/events/:slug/prizes',
      describe('The prizes given by hand', manyPrizes, ['key-needed']),
      requireRole(context, 'organiser'),
      async (c) => c.json({ prizes: await listPrizes(context.db.sql, c.var.caller.eventId!) }),
    )
    .put(
      '/events/:slug/prizes',
      describe('Sets the prizes given by hand', manyPrizes, ['too-late-to-change', 'no-such-entry', 'invalid']),
      requireRole(context, 'organiser'),
      body(prizesBody),
      async (c) => {
        const given = c.req.valid('json').prizes
        const named = given.flatMap((one) => one.id ?? [])
        if (new Set(named).size < named.length) refuse('invalid', 'Two prizes have the same id')
        const prizes = await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          const known = (await listPrizes(tx, event.id)).map((one) => one.id)
          // An id that is not this event's may be another event's.
          const idOf = (id?: string) => (id !== undefined && known.includes(id) ? id : newId())
          const prizes = given.map((one) => ({ citation: '', entryId: null, ...one, id: idOf(one.id) }))
          checkResultNotFixed(event.show.phase, 'the prizes stay as they are')
          const entryIds = (await listEntries(tx, event.id)).map((entry) => entry.id)
          if (prizes.some((one) => one.entryId !== null && !entryIds.includes(one.entryId))) refuse('no-such-entry')
          await savePrizes(tx, event.id, prizes)
          const detail = { prizes: prizes.map(({ name, entryId }) => ({ name, entryId })) }
          await recordHistory(tx, {
            eventId: event.id,
            version: event.version,
            what: 'set-prizes',
            detail,
            instance: context.instance,
          })
          return prizes
        })
        return c.json({ prizes })
      },
    )
    .get(
      '/events/:slug/casting-votes',
      describe('What the chair decided so far', manyVotes, ['key-needed']),
      requireRole(context, 'organiser'),
      async (c) => {
        const votes = await listCastingVotes(context.db.sql, c.var.caller.eventId!)
        return c.json({ castingVotes: votes.map(({ id: _, at: __, ...vote }) => vote) })
      },
    )
    .post(
      '/events/:slug/casting-votes',
      describe(
        'The chair decides a tie, or names joint what is too close to call, between the close and the reveal',
        z.object({ castingVote }),
        ['not-a-tie', 'not-too-close', 'close-first', 'too-late-to-change', 'invalid'],
        201,
      ),
      requireRole(context, 'organiser'),
      body(castingVoteBody),
      async (c) => {
        const { entryIds, by, reason, joint = false } = c.req.valid('json')
        const vote = { id: newId(), entryIds, byName: by, reason, joint, at: new Date(context.now()) }
        await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          if (event.show.phase === 'setup' || event.show.phase === 'live') refuse('close-first')
          if (event.show.phase !== 'closed') refuse('too-late-to-change')
          const { counted } = await readResultInput(tx, event, await listEntries(tx, event.id))
          // Looked at without the decisions before it, so that the chair may think again until the reveal.
          const ranking = rank({ ...counted, votes: joint ? counted.votes.filter((vote) => !vote.joint) : [] })
          if (!joint) checkTie(ranking.standings, entryIds)
          else if (!mayBeJoint(ranking, entryIds)) refuse('not-too-close')
          await addCastingVote(tx, event.id, vote)
          const detail = { entryIds, by, reason, joint }
          await recordHistory(tx, {
            eventId: event.id,
            version: event.version,
            what: 'casting-vote',
            detail,
            instance: context.instance,
          })
        })
        return c.json({ castingVote: { entryIds, byName: by, reason, joint } }, 201)
      },
    )

/** A casting vote names everyone who shares one place, once each. */
function checkTie(standings: { entryId: string; rank: number | null }[], entryIds: string[]): void {
  const place = standings.find((standing) => standing.entryId === entryIds[0])?.rank ?? null
  const sharing = standings.filter((standing) => standing.rank === place).map((standing) => standing.entryId)
  const named = new Set(entryIds)
  const whole = sharing.length === entryIds.length && sharing.every((entryId) => named.has(entryId))
  if (place === null || !whole) refuse('not-a-tie')
}
