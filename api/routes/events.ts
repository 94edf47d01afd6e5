import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole, setKeyCookie } from '../http/authenticate.ts'
import { hashKey, newId, newKey } from '../http/keys.ts'
import { body, describe } from '../http/openapi.ts'
import { publicEvent } from '../http/public-event.ts'
import { slugOfCode } from '../http/request-limits.ts'
import { checkConsent } from '../rules/ballot/change-cost.ts'
import { checkRubricChange, refitBallots, withFreshIds } from '../rules/ballot/rubric-change.ts'
import { councilHackDay } from '../rules/ballot/rubric-presets.ts'
import { eventDefaults, toCriteria } from '../rules/event/event.ts'
import { refuse } from '../rules/refusal.ts'
import { checkResultNotFixed } from '../rules/result/fixed.ts'
import {
  type Criterion,
  criterion,
  event,
  eventBody,
  eventChanges,
  ownersEvent,
  rubricChange,
} from '../schema/event.ts'
import { listBallotMarks, listScoredCriteria, saveBallotMarks } from '../store/ballots.ts'
import { countPeople } from '../store/count-people.ts'
import { addEvent, getEvent, listEvents, lockEvent, saveEvent, saveRubric, touchLineUp } from '../store/events.ts'
import { addUnderFreeName } from '../store/free-name.ts'
import { recordHistory } from '../store/history.ts'
import { addKey, forOrganiser } from '../store/keys.ts'

export const eventRoutes = (context: AppContext) =>
  new Hono()
    .get(
      '/codes/:code',
      describe('The event that a short code stands for', z.object({ slug: z.string() }), ['no-such-event', 'too-many']),
      async (c) => c.json({ slug: await slugOfCode(c, context, c.req.param('code')) }),
    )
    .get(
      '/events',
      describe('Every event on this installation, the newest first', z.object({ events: z.array(ownersEvent) })),
      requireRole(context, 'owner'),
      async (c) => {
        const counts = await countPeople(context.db.sql)
        const events = (await listEvents(context.db.sql)).map((e) => ({ ...publicEvent(context, e), ...counts(e.id) }))
        return c.json({ events })
      },
    )
    .post(
      '/events',
      describe(
        'Sets up an event',
        z.object({ event, organiserKey: z.string() }),
        ['slug-taken', 'invalid', 'key-needed'],
        201,
      ),
      requireRole(context, 'owner'),
      body(eventBody),
      async (c) => {
        const { criteria, slug, ...given } = c.req.valid('json')
        const organiserKey = newKey()
        const made = await context.db.sql.begin(async (tx) => {
          const event = await addUnderFreeName(slug, { ...eventDefaults, ...given, id: newId() }, (e) =>
            addEvent(tx, e),
          )
          await saveRubric(tx, event.id, criteria ? toCriteria(criteria) : councilHackDay)
          await addKey(tx, hashKey(organiserKey), forOrganiser(event.id))
          return getEvent(tx, event.slug)
        })
        setKeyCookie(c, 'organiser', made.slug, organiserKey)
        return c.json({ event: publicEvent(context, made), organiserKey }, 201)
      },
    )
    .get('/events/:slug', describe('An event with its rubric', z.object({ event }), ['no-such-event']), async (c) =>
      c.json({ event: publicEvent(context, await getEvent(context.db.sql, c.req.param('slug'))) }),
    )
    .patch(
      '/events/:slug',
      describe('Changes an event', z.object({ event }), ['no-such-event', 'too-late-to-change', 'invalid']),
      requireRole(context, 'organiser'),
      body(eventChanges),
      async (c) => {
        const changes = c.req.valid('json')
        const changed = await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          const { method = event.method, places = event.places, criterionAwards = event.criterionAwards } = changes
          const same = method === event.method && places === event.places
          if (!same || criterionAwards.join() !== event.criterionAwards.join())
            checkResultNotFixed(event.show.phase, 'the method and the awards stay as they are')
          await saveEvent(tx, { ...event, ...changes })
          await recordHistory(tx, {
            eventId: event.id,
            version: event.version,
            what: 'change-event',
            detail: changes,
            instance: context.instance,
          })
          await touchLineUp(tx, event.id)
          return getEvent(tx, event.slug)
        })
        return c.json({ event: publicEvent(context, changed) })
      },
    )
    .put(
      '/events/:slug/rubric',
      describe(
        'Sets how entries are judged. Once judges have scored, it takes `accept`: what it would cost, as the refusal said',
        z.object({ criteria: z.array(criterion) }),
        ['ballots-at-stake', 'scoring-closed', 'too-late-to-change', 'invalid', 'no-such-event'],
      ),
      requireRole(context, 'organiser'),
      body(rubricChange),
      async (c) => {
        const { accept, ...given } = c.req.valid('json')
        const asked = toCriteria(given.criteria)
        if (new Set(asked.map((one) => one.id)).size < asked.length) refuse('invalid', 'Two criteria have the same id')
        const criteria = await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          checkRubricChange(event.show.phase, event.criteria, asked)
          const open = event.show.phase !== 'setup'
          const criteria = open ? withFreshIds(event.criteria, asked, await listScoredCriteria(tx, event.id)) : asked
          const { changed, cost } = refitBallots(event.criteria, criteria, await listBallotMarks(tx, event.id))
          checkConsent(cost, accept)
          await saveRubric(tx, event.id, criteria)
          await saveBallotMarks(tx, changed)
          await saveEvent(tx, { ...event, criterionAwards: awardsKept(event.criterionAwards, asked, criteria) })
          const detail = {
            criteria: criteria.map(({ id, name, min, max, weight }) => ({ id, name, min, max, weight })),
            ...(accept && { cost }),
          }
          await recordHistory(tx, {
            eventId: event.id,
            version: event.version,
            what: 'change-rubric',
            detail,
            instance: context.instance,
          })
          await touchLineUp(tx, event.id)
          return criteria
        })
        return c.json({ criteria })
      },
    )

/** A question that took a new id keeps its award; one that is gone takes it along. */
function awardsKept(awards: string[], asked: Criterion[], now: Criterion[]): string[] {
  return awards.flatMap((id) => now[asked.findIndex((one) => one.id === id)]?.id ?? [])
}
