import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole, setKeyCookie } from '../http/authenticate.ts'
import { hashKey, newId, newKey } from '../http/keys.ts'
import { body, describe, describeChange } from '../http/openapi.ts'
import { publicEvent } from '../http/public-event.ts'
import { refitJudging } from '../rules/ballot/challenge-change.ts'
import { checkConsent } from '../rules/ballot/change-cost.ts'
import { councilHackDay } from '../rules/ballot/default-rubric.ts'
import { assignFreshIds, rubricAction } from '../rules/ballot/rubric-change.ts'
import { checkCriteria, checkCriterionAwards, eventDefaults, toCriteria } from '../rules/event/event.ts'
import { checkPermission } from '../rules/permissions.ts'
import {
  type EventBody,
  type EventChanges,
  event,
  eventBody,
  eventChanges,
  ownerEvent,
  type RubricChange,
  rubricChange,
} from '../schema/event.ts'
import { type Criterion, criterion } from '../schema/judging/criterion.ts'
import { listChallengeOnlyIds } from '../store/awards/challenges.ts'
import { listBallotMarks, listScoredCriteria, saveBallotMarks } from '../store/ballots.ts'
import { changeEvent } from '../store/change-event.ts'
import { getEvent, insertEvent, listEvents, saveEvent, saveRubric } from '../store/events.ts'
import { insertWithFreeSlug } from '../store/free-slug.ts'
import { forOrganiser, insertKey } from '../store/keys.ts'
import { countPeople } from '../store/people.ts'

export const eventRoutes = (context: AppContext) =>
  new Hono()
    .get(
      '/events',
      describe('Every event on this installation, the newest first', z.object({ events: z.array(ownerEvent) })),
      requireRole(context, 'owner'),
      async (c) => {
        const counts = await countPeople(context.db.sql)
        const events = await listEvents(context.db.sql)
        return c.json({ events: events.map((stored) => ({ ...publicEvent(context, stored), ...counts(stored.id) })) })
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
        const made = await addEvent(context, c.req.valid('json'))
        setKeyCookie(c, 'organiser', made.event.slug, made.organiserKey)
        return c.json(made, 201)
      },
    )
    .get('/events/:slug', describe('An event with its rubric', z.object({ event }), ['no-such-event']), async (c) =>
      c.json({ event: publicEvent(context, await getEvent(context.db.sql, c.req.param('slug'))) }),
    )
    .patch(
      '/events/:slug',
      describeChange('change-event', 'Changes an event', z.object({ event }), [
        'no-such-event',
        'too-late-to-change',
        'invalid',
      ]),
      requireRole(context, 'organiser'),
      body(eventChanges),
      async (c) => c.json({ event: await editEvent(context, c.req.param('slug'), c.req.valid('json')) }),
    )
    .put(
      '/events/:slug/rubric',
      describeChange(
        'reword-rubric',
        'Sets how entries are judged. Once judges have scored, it takes `accept`: the cost that the refusal gave',
        z.object({ criteria: z.array(criterion) }),
        ['ballots-at-stake', 'scoring-closed', 'invalid', 'no-such-event'],
      ),
      requireRole(context, 'organiser'),
      body(rubricChange),
      async (c) => c.json({ criteria: await setRubric(context, c.req.param('slug'), c.req.valid('json')) }),
    )

async function addEvent(context: AppContext, { criteria: rubric, slug, ...fields }: EventBody) {
  const criteria = rubric ? toCriteria(rubric) : councilHackDay
  checkCriteria(criteria)
  checkCriterionAwards({ criterionAwards: [], ...fields, criteria })
  const organiserKey = newKey()
  const made = await context.db.sql.begin(async (tx) => {
    const { id, slug: freeSlug } = await insertWithFreeSlug(
      slug,
      { ...eventDefaults, ...fields, id: newId() },
      (free) => insertEvent(tx, free),
    )
    await saveRubric(tx, id, criteria)
    await insertKey(tx, hashKey(organiserKey), forOrganiser(id))
    return getEvent(tx, freeSlug)
  })
  return { event: publicEvent(context, made), organiserKey }
}

/** They decide the result or its awards. */
const resultSettings = ['method', 'places', 'criterionAwards', 'awardOrder', 'oneAwardPerTeam'] as const

async function editEvent(context: AppContext, slug: string, changes: EventChanges) {
  const edited = await changeEvent(context, slug, 'change-event', async ({ tx, event, record }) => {
    const wanted = { ...event, ...changes }
    if (resultSettings.some((name) => String(wanted[name]) !== String(event[name])))
      checkPermission('change-result-settings', event)
    if (changes.scoring !== undefined && changes.scoring !== event.scoring) checkPermission('change-scoring', event)
    checkCriterionAwards(wanted)
    await saveEvent(tx, wanted)
    record('change-event', changes)
    return getEvent(tx, slug)
  })
  return publicEvent(context, edited)
}

async function setRubric(context: AppContext, slug: string, { accept, ...given }: RubricChange) {
  const wanted = toCriteria(given.criteria)
  checkCriteria(wanted)
  return changeEvent(context, slug, 'reword-rubric', async ({ tx, event, record }) => {
    checkPermission(rubricAction(event.criteria, wanted), event)
    const scored = await listScoredCriteria(tx, event.id)
    const challengeIds = event.challenges.flatMap((challenge) => challenge.criteria.map(({ id }) => id))
    const criteria =
      event.show.phase === 'setup'
        ? assignFreshIds([], wanted, challengeIds)
        : assignFreshIds(event.criteria, wanted, [...scored, ...challengeIds])
    const before = { ...event, challengeOnlyIds: await listChallengeOnlyIds(tx, event.id) }
    const { changed, cost } = refitJudging(before, { ...before, criteria }, await listBallotMarks(tx, event.id))
    checkConsent(cost, accept)
    await saveRubric(tx, event.id, criteria)
    await saveBallotMarks(tx, changed)
    await saveEvent(tx, { ...event, criterionAwards: remainingAwards(event.criterionAwards, wanted, criteria) })
    record('change-rubric', {
      criteria: criteria.map(({ id, name, min, max, weight }) => ({ id, name, min, max, weight })),
      ...(accept && { cost }),
    })
    return criteria
  })
}

/** A criterion that took a new id keeps its award; a removed one loses it. */
function remainingAwards(awards: string[], wanted: Criterion[], saved: Criterion[]): string[] {
  return awards.flatMap((id) => saved[wanted.findIndex((criterion) => criterion.id === id)]?.id ?? [])
}
