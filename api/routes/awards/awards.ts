import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { requireRole } from '../../http/authenticate.ts'
import { newId } from '../../http/keys.ts'
import { body, describe, describeChange } from '../../http/openapi.ts'
import { readResultInput } from '../../results/compute-result.ts'
import { checkCastingVoteCount } from '../../rules/event/event-limits.ts'
import { refuse } from '../../rules/refusal.ts'
import { checkPrizeEntries } from '../../rules/result/awards.ts'
import { canBeJoint } from '../../rules/result/joint-places.ts'
import { rankCounted } from '../../rules/result/result.ts'
import {
  type CastingVoteBody,
  castingVote,
  castingVoteBody,
  type Disqualification,
  disqualification,
  disqualifyBody,
  type PrizesBody,
  prize,
  prizesBody,
} from '../../schema/award-decisions.ts'
import { insertCastingVote, listCastingVotes, listPrizes, savePrizes } from '../../store/awards/awards.ts'
import { changeEvent } from '../../store/change-event.ts'
import { getEntry, listEntries, saveDisqualification } from '../../store/entries.ts'
import type { Query } from '../../store/sql.ts'

const manyPrizes = z.object({ prizes: z.array(prize) })
const manyDisqualified = z.object({ disqualified: z.array(disqualification) })
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
      describeChange('set-prizes', 'Sets the prizes given by hand', manyPrizes, ['no-such-entry', 'invalid']),
      requireRole(context, 'organiser'),
      body(prizesBody),
      async (c) => c.json({ prizes: await setPrizes(context, c.req.param('slug'), c.req.valid('json')) }),
    )
    .get(
      '/events/:slug/disqualified',
      describe('The entries out of the awards, with the reasons', manyDisqualified, ['key-needed']),
      requireRole(context, 'organiser'),
      async (c) => c.json({ disqualified: await readDisqualified(context.db.sql, c.var.caller.eventId!) }),
    )
    .post(
      '/events/:slug/entries/:id/disqualify',
      describeChange(
        'disqualify-entry',
        'Takes an entry out of the awards, with a reason that the record gives. Its ballots stay and do not count',
        manyDisqualified,
        ['no-such-entry', 'warm-up', 'invalid'],
      ),
      requireRole(context, 'organiser'),
      body(disqualifyBody),
      async (c) =>
        c.json(await disqualify(context, c.req.param('slug'), c.req.param('id'), c.req.valid('json').reason)),
    )
    .post(
      '/events/:slug/entries/:id/reinstate',
      describeChange('disqualify-entry', 'Puts a disqualified entry back into the awards', manyDisqualified, [
        'no-such-entry',
      ]),
      requireRole(context, 'organiser'),
      async (c) => c.json(await disqualify(context, c.req.param('slug'), c.req.param('id'), null)),
    )
    .get(
      '/events/:slug/casting-votes',
      describe("The chair's decisions so far", manyVotes, ['key-needed']),
      requireRole(context, 'organiser'),
      async (c) => {
        const votes = await listCastingVotes(context.db.sql, c.var.caller.eventId!)
        return c.json({ castingVotes: votes.map(({ id: _, at: __, ...vote }) => vote) })
      },
    )
    .post(
      '/events/:slug/casting-votes',
      describeChange(
        'cast-vote',
        'The chair decides a tie, or names joint what is too close to call, between the close and the reveal',
        z.object({ castingVote }),
        ['not-a-tie', 'not-too-close', 'event-full', 'invalid'],
        201,
      ),
      requireRole(context, 'organiser'),
      body(castingVoteBody),
      async (c) => c.json({ castingVote: await castVote(context, c.req.param('slug'), c.req.valid('json')) }, 201),
    )

async function setPrizes(context: AppContext, slug: string, { prizes: wanted }: PrizesBody) {
  const wantedIds = wanted.flatMap((prize) => prize.id ?? [])
  if (new Set(wantedIds).size < wantedIds.length) refuse('invalid', 'Two prizes have the same id')
  return changeEvent(context, slug, 'set-prizes', async ({ tx, event, record }) => {
    const knownIds = (await listPrizes(tx, event.id)).map((prize) => prize.id)
    // An unknown id may belong to another event's prize.
    const idOf = (id?: string) => (id !== undefined && knownIds.includes(id) ? id : newId())
    const prizes = wanted.map((prize) => ({
      id: idOf(prize.id),
      name: prize.name,
      citation: prize.citation ?? '',
      entryIds: prizeEntries(prize),
    }))
    const known = new Set((await listEntries(tx, event.id)).map((entry) => entry.id))
    for (const prize of prizes) checkPrizeEntries(prize, known)
    await savePrizes(tx, event.id, prizes)
    record('set-prizes', { prizes: prizes.map(({ name, entryIds }) => ({ name, entryIds })) })
    return listPrizes(tx, event.id)
  })
}

/** `entryId` alone names one entry. Beside `entryIds` it repeats the first of them. */
function prizeEntries({ name, entryIds, entryId }: PrizesBody['prizes'][number]): string[] {
  if (entryIds === undefined) return entryId === undefined || entryId === null ? [] : [entryId]
  if (entryId !== undefined && entryId !== (entryIds[0] ?? null))
    refuse('invalid', `The prize “${name}” names one team in entryId and others in entryIds`)
  return entryIds
}

async function readDisqualified(sql: Query, eventId: string): Promise<Disqualification[]> {
  return (await listEntries(sql, eventId)).flatMap(({ id: entryId, disqualified: reason }) =>
    reason === null ? [] : { entryId, reason },
  )
}

function disqualify(context: AppContext, slug: string, id: string, reason: string | null) {
  return changeEvent(context, slug, 'disqualify-entry', async ({ tx, event, record }) => {
    const { team, warmUp, disqualified } = await getEntry(tx, event.id, id)
    if (warmUp) refuse('warm-up')
    if (disqualified !== reason) {
      await saveDisqualification(tx, id, reason)
      if (reason === null) record('reinstate', { entryId: id, team })
      else record('disqualify', { entryId: id, team, reason })
    }
    return { disqualified: await readDisqualified(tx, event.id) }
  })
}

async function castVote(context: AppContext, slug: string, { entryIds, by, reason, joint = false }: CastingVoteBody) {
  const vote = { entryIds, byName: by, reason, joint }
  return changeEvent(context, slug, 'cast-vote', async ({ tx, event, record }) => {
    const { counted } = await readResultInput(tx, event, await listEntries(tx, event.id))
    // Earlier decisions of the same kind are left out, so that the chair may decide again until the reveal.
    const ranking = rankCounted({ ...counted, votes: joint ? counted.votes.filter((earlier) => !earlier.joint) : [] })
    if (!joint) checkTie(ranking.standings, entryIds)
    else if (!canBeJoint(ranking, entryIds)) refuse('not-too-close')
    checkCastingVoteCount(context.eventLimits, (await listCastingVotes(tx, event.id)).length + 1)
    await insertCastingVote(tx, event.id, { ...vote, id: newId(), at: new Date(context.now()) })
    record('casting-vote', { entryIds, by, reason, joint })
    return vote
  })
}

/** A casting vote names every entry that shares one place, each once. */
function checkTie(standings: { entryId: string; rank: number | null }[], entryIds: string[]): void {
  const place = standings.find((standing) => standing.entryId === entryIds[0])?.rank ?? null
  const sharing = standings.filter((standing) => standing.rank === place).map((standing) => standing.entryId)
  const named = new Set(entryIds)
  const whole = sharing.length === entryIds.length && sharing.every((entryId) => named.has(entryId))
  if (place === null || !whole) refuse('not-a-tie')
}
