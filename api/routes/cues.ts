import { Hono } from 'hono'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { body, describeChange } from '../http/openapi.ts'
import type { CachedEvent } from '../live/event-cache.ts'
import { readStage } from '../live/snapshots.ts'
import { fixResult } from '../results/compute-result.ts'
import { moveContextOf } from '../rules/event/entry.ts'
import { Refusal, refuse } from '../rules/refusal.ts'
import { applyCue } from '../rules/show/apply-cue.ts'
import { checkCueRole } from '../rules/show/cues/cue-roles.ts'
import { stageSnapshot as toStage } from '../rules/show/stage.ts'
import { type Cue, cue } from '../schema/cue.ts'
import type { Phase } from '../schema/event.ts'
import { type StageSnapshot, stageSnapshot } from '../schema/stage.ts'
import { countBallots } from '../store/ballots.ts'
import { changeEvent } from '../store/change-event.ts'
import { getLineUp } from '../store/events.ts'
import { saveCue } from '../store/show.ts'
import type { Query } from '../store/sql.ts'

type Played = { event: CachedEvent; stage: StageSnapshot; reached?: { id: string; phase: Phase } }

export const cueRoutes = (context: AppContext) => {
  /** `unchanged`: the cue is already true. Undefined, and nothing has happened, when something else changed the event since it was read. */
  async function play(sql: Query, event: CachedEvent, given: Cue): Promise<Played | 'unchanged' | undefined> {
    const { entries } = event
    const nowMs = context.now()
    const { ifVersion, ...detail } = given
    if (ifVersion !== undefined && ifVersion !== event.version) refuse('stale-press')
    const fixes = given.cue === 'start-reveal' && event.show.phase === 'closed'
    const show = applyCue(event.show, given, {
      ...moveContextOf(event, entries),
      revealSteps: fixes ? await fixResult(sql, event, entries, nowMs) : event.show.reveal.of,
      onStageHasBallots: given.cue === 'undo' && (await hasBallotsByCall(sql, event.show)),
      nowMs,
    })
    if (show === event.show) return 'unchanged'
    // A team that leaves the stage has been on. After an undo it has not, so that it stays ready.
    const leaves = given.cue !== 'undo' && show.onStageId !== event.show.onStageId
    const leavesStageId = leaves ? event.show.onStageId : null
    // Phones add each team they see on stage to the line-up; one that is forgotten, and the showcase, make them read it again.
    const forgets = show.shownIds.length < event.show.shownIds.length
    const opens = show.opened !== event.show.opened
    const lineUpVersion = event.lineUpVersion + (forgets || opens ? 1 : 0)
    const line = { what: given.cue, detail }
    const recorded = context.eventSizes.admitLine(event.id, line, context.eventLimits)
    const cue = { ...line, instance: context.instance, leavesStageId, lineUpVersion, recorded }
    const around = await saveCue(sql, event, show, cue)
    if (!around) return undefined
    const left = entries.map((entry) => (entry.id === leavesStageId ? { ...entry, ready: false } : entry))
    const after: CachedEvent = { ...event, version: event.version + 1, lineUpVersion, show, entries: left }
    const stage = toStage({ ...after, ...around, rehearsal: event.rehearsalOf !== null }, nowMs)
    const reached = show.phase === event.show.phase ? undefined : { id: event.id, phase: show.phase }
    return { event: after, stage, reached }
  }

  /**
   * Plays a cue on the cached event, in one trip to the database; its statement is guarded by the event's version. Undefined when the cached
   * event may be behind: it refuses the cue, or says that nothing changes, or another change came first.
   */
  async function playOptimistically(slug: string, given: Cue): Promise<Played | undefined> {
    try {
      const played = play(context.db.sql, await context.eventCache.event(slug), given)
      const saved = played.then((result) => (result === 'unchanged' ? undefined : result))
      context.eventCache.replaceEvent(
        slug,
        saved.then((result) => result?.event),
      )
      return await saved
    } catch (failure) {
      if (failure instanceof Refusal) return undefined
      throw failure
    }
  }

  async function playLocked(slug: string, given: Cue): Promise<Played | 'unchanged'> {
    return changeEvent(context, slug, 'play-cue', async ({ tx }) => {
      const { event, entries } = await getLineUp(tx, slug)
      return (await play(tx, { ...event, entries }, given)) ?? refuse('stale-press')
    })
  }

  return new Hono().post(
    '/events/:slug/cues',
    describeChange(
      'play-cue',
      'Moves the show. A cue that is already true changes nothing and succeeds',
      stageSnapshot,
      [
        'stale-press',
        'not-open',
        'nothing-to-show',
        'no-such-entry',
        'no-next-entry',
        'no-entry-before',
        'nobody-on-stage',
        'timer-not-started',
        'no-slides',
        'slides-hidden',
        'no-such-slide',
        'nothing-to-undo',
        'close-first',
        'scoring-closed',
        'reveal-not-started',
        'reveal-under-way',
        'all-shown',
        'none-shown',
        'not-all-shown',
        'no-result',
        'too-late-to-change',
        'event-full',
        'desk-only',
        'invalid',
      ],
    ),
    requireRole(context, 'organiser', 'remote'),
    body(cue),
    async (c) => {
      const given = c.req.valid('json')
      checkCueRole(c.var.caller.role, given.cue)
      const slug = c.req.param('slug')
      // Two cues need the row's lock from the start: one fixes the result, the other must see every ballot of the team that it forgets.
      const needsLock = given.cue === 'start-reveal' || given.cue === 'undo'
      const played = (needsLock ? undefined : await playOptimistically(slug, given)) ?? (await playLocked(slug, given))
      if (played === 'unchanged') return c.json((await readStage(context, { slug })) ?? refuse('no-such-event'))
      const { stage, reached } = played
      context.feed.sendAfterCue(c.var.caller.eventId!, stage)
      if (reached?.phase === 'closed' || reached?.phase === 'final')
        context.archives.queue({ id: reached.id, slug }, reached.phase === 'final' ? 'published' : 'closed')
      return c.json(stage)
    },
  )
}

/** Ballots of an entry that the showcase opened stay without its call. */
async function hasBallotsByCall(sql: Query, { onStageId, opened }: CachedEvent['show']): Promise<boolean> {
  if (onStageId === null || opened?.entryIds.includes(onStageId)) return false
  return (await countBallots(sql, onStageId)) > 0
}
