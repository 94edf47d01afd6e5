import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { hashKey, newEntryCode, newId, newKey } from '../http/keys.ts'
import { body, describe, describeChange, query } from '../http/openapi.ts'
import { checkConsent, noCost } from '../rules/ballot/change-cost.ts'
import { blankEntry, isReady, toEntry, withoutEntry } from '../rules/event/entry.ts'
import { checkEntryCount } from '../rules/event/event-limits.ts'
import { refuse } from '../rules/refusal.ts'
import { isOpen } from '../rules/show/showcase.ts'
import {
  type AcceptedCost,
  acceptedCost,
  type EntryChanges,
  entry,
  entryChanges,
  lineUp,
  type NewEntryBody,
  newEntryBody,
  readyBody,
} from '../schema/entry.ts'
import { countPrizesOf } from '../store/awards/awards.ts'
import { countBallots } from '../store/ballots.ts'
import { changeEvent } from '../store/change-event.ts'
import { listUsedCodes } from '../store/entries/codes.ts'
import { deleteEntry, getEntry, insertEntry, listEntries, saveEntry, saveReady } from '../store/entries.ts'
import { getEvent, getLineUp } from '../store/events.ts'
import { type Caller, forTeam, insertKey } from '../store/keys.ts'
import { saveLateEntries, saveShow } from '../store/show.ts'

const ownEntry = z.object({ entry, ready: z.boolean() })
const readyEntry = z.object({ ready: z.boolean() })

export const entryRoutes = (context: AppContext) =>
  new Hono()
    .get('/events/:slug/line-up', describe('The entries in running order', lineUp, ['no-such-event']), async (c) => {
      const { event, entries } = await getLineUp(context.db.sql, c.req.param('slug'))
      return c.json({ version: event.lineUpVersion, entries: entries.map((stored) => toEntry(event, stored)) })
    })
    .post(
      '/events/:slug/entries',
      describeChange(
        'add-entry',
        'Adds an entry at the end of the running order',
        z.object({ entry, teamKey: z.string() }),
        ['invalid', 'event-full', 'no-code-left'],
        201,
      ),
      requireRole(context, 'organiser'),
      body(newEntryBody),
      async (c) => c.json(await addEntry(context, c.req.param('slug'), c.req.valid('json')), 201),
    )
    .get(
      '/events/:slug/entries/mine',
      describe("The team's own entry, and whether it has said that it is ready", ownEntry, [
        'key-needed',
        'wrong-door',
      ]),
      requireRole(context, 'team'),
      async (c) => {
        const event = await getEvent(context.db.sql, c.req.param('slug'))
        const stored = await getEntry(context.db.sql, event.id, c.var.caller.entryId!)
        return c.json({ entry: toEntry(event, stored, true), ready: isReady(event.show, stored) })
      },
    )
    .post(
      '/events/:slug/entries/mine/ready',
      describeChange('set-ready', 'The team says that it waits by the stage, or not yet', readyEntry, ['invalid']),
      requireRole(context, 'team'),
      body(readyBody),
      async (c) => {
        const { ready } = c.req.valid('json')
        return c.json(await setReady(context, c.req.param('slug'), c.var.caller.entryId!, ready, 'counts'))
      },
    )
    .post(
      '/events/:slug/entries/:id/ready',
      describeChange('set-ready', 'The desk says it for the team', readyEntry, ['no-such-entry', 'invalid']),
      requireRole(context, 'organiser'),
      body(readyBody),
      async (c) => {
        const { ready } = c.req.valid('json')
        return c.json(await setReady(context, c.req.param('slug'), c.req.param('id'), ready, 'stage'))
      },
    )
    .patch(
      '/events/:slug/entries/:id',
      describeChange('edit-own-entry', 'Changes an entry; a team changes its own', z.object({ entry }), [
        'no-such-entry',
        'wrong-door',
        'invalid',
      ]),
      requireRole(context, 'organiser', 'team'),
      body(entryChanges),
      async (c) => {
        const { slug, id } = c.req.param()
        return c.json({ entry: await editEntry(context, slug, id, c.var.caller, c.req.valid('json')) })
      },
    )
    .delete(
      '/events/:slug/entries/:id',
      describeChange(
        'remove-entry',
        'Removes an entry and its ballots. Where there are ballots or prizes, it takes their counts, as the refusal gave them',
        z.object({}),
        ['no-such-entry', 'entry-in-use', 'ballots-at-stake', 'invalid'],
      ),
      requireRole(context, 'organiser'),
      query(acceptedCost),
      async (c) => {
        await removeEntry(context, c.req.param('slug'), c.req.param('id'), c.req.valid('query'))
        return c.json({})
      },
    )

function addEntry(context: AppContext, slug: string, fields: NewEntryBody) {
  const teamKey = newKey()
  return changeEvent(context, slug, 'add-entry', async ({ tx, event }) => {
    checkEntryCount(context.eventLimits, (await listEntries(tx, event.id)).length + 1)
    const code = newEntryCode(await listUsedCodes(tx, event.id))
    const stored = await insertEntry(tx, event.id, { ...blankEntry, ...fields, id: newId(), code })
    await insertKey(tx, hashKey(teamKey), forTeam(event.id, stored.id))
    const show = await saveLateEntries(tx, event)
    return { entry: toEntry({ ...event, show }, stored), teamKey }
  })
}

/** `update`: `counts` reaches the screens that watch the stage, `stage` the phones as well. */
function setReady(context: AppContext, slug: string, entryId: string, ready: boolean, update: 'counts' | 'stage') {
  return changeEvent(context, slug, 'set-ready', async ({ tx, event }) => {
    const { id } = await getEntry(tx, event.id, entryId)
    await saveReady(tx, id, ready, update)
    return { ready }
  })
}

function editEntry(context: AppContext, slug: string, id: string, caller: Caller, changes: EntryChanges) {
  const byTeam = caller.role === 'team'
  if (byTeam && caller.entryId !== id) refuse('wrong-door')
  const { talkSeconds, questionsSeconds, pageSeconds, skipped, warmUp, table } = changes
  if (
    byTeam &&
    [talkSeconds, questionsSeconds, pageSeconds, skipped, warmUp, table].some((value) => value !== undefined)
  )
    refuse('wrong-door', 'The organiser decides about the slot')
  return changeEvent(context, slug, byTeam ? 'edit-own-entry' : 'edit-entry', async ({ tx, event }) => {
    const stored = await getEntry(tx, event.id, id)
    if (warmUp !== undefined && warmUp !== stored.warmUp && isOpen(event.show, id))
      refuse('too-late-to-change', 'This team has been on stage or in the showcase, so it stays scored, or a warm-up')
    const edited = { ...stored, ...changes }
    await saveEntry(tx, edited)
    const show = await saveLateEntries(tx, event)
    return toEntry({ ...event, show }, edited, byTeam || undefined)
  })
}

function removeEntry(context: AppContext, slug: string, id: string, seen: AcceptedCost): Promise<void> {
  return changeEvent(context, slug, 'remove-entry', async ({ tx, event, record }) => {
    const stored = await getEntry(tx, event.id, id)
    const show = withoutEntry(event.show, id)
    const [ballots, prizes] = [await countBallots(tx, id), await countPrizesOf(tx, id)]
    checkConsent({ ...noCost, ballots, prizes }, { ...noCost, ballots: 0, prizes: 0, ...seen })
    await deleteEntry(tx, event.id, id)
    await saveShow(tx, event.id, show)
    record('remove-entry', { entryId: id, team: stored.team, ballots })
  })
}
