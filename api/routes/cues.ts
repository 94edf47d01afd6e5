import { Hono } from 'hono'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { body, describeChange } from '../http/openapi.ts'
import { readStage } from '../live/snapshots.ts'
import { fixResult } from '../results/compute-result.ts'
import { settingOf } from '../rules/event/entry.ts'
import { refuse } from '../rules/refusal.ts'
import { move } from '../rules/show/move.ts'
import { stageSnapshot as toStage } from '../rules/show/stage.ts'
import { type Cue, cue } from '../schema/cue.ts'
import type { Phase } from '../schema/event.ts'
import { type StageSnapshot, stageSnapshot } from '../schema/stage.ts'
import { countBallots } from '../store/ballots.ts'
import { changeEvent } from '../store/change-event.ts'
import { getLineUp } from '../store/events.ts'
import { saveCue } from '../store/show.ts'
import type { Query } from '../store/sql.ts'

/** Without a stage the cue changed nothing. */
type Played = { stage?: StageSnapshot; reached?: { id: string; phase: Phase } }

export const cueRoutes = (context: AppContext) => {
  /** Undefined, and nothing has happened, when something else changed the event meanwhile. */
  async function play(sql: Query, slug: string, given: Cue): Promise<Played | undefined> {
    const { event, entries } = await getLineUp(sql, slug)
    const nowMs = context.now()
    const { ifVersion, ...detail } = given
    if (ifVersion !== undefined && ifVersion !== event.version) refuse('stale-press')
    const fixes = given.cue === 'start-reveal' && event.show.phase === 'closed'
    const show = move(event.show, given, {
      ...settingOf(event, entries),
      revealSteps: fixes ? await fixResult(sql, event, entries, nowMs) : event.show.reveal.of,
      onStageHasBallots: given.cue === 'undo' && (await hasBallots(sql, event.show.onStageId)),
      nowMs,
    })
    if (show === event.show) return {}
    // Who leaves the stage has been on; a mistaken call that is taken back leaves its word with the team.
    const leaves = given.cue !== 'undo' && show.onStageId !== event.show.onStageId
    const leavesStageId = leaves ? event.show.onStageId : null
    // Phones add each team they see on stage to the line-up; one that is forgotten makes them read it again.
    const forgets = show.shownIds.length < event.show.shownIds.length
    const lineUpVersion = event.lineUpVersion + (forgets ? 1 : 0)
    const cue = { what: given.cue, detail, instance: context.instance, leavesStageId, lineUpVersion }
    const around = await saveCue(sql, event, show, cue)
    if (!around) return undefined
    const rehearsal = event.rehearsalOf !== null
    const version = event.version + 1
    const now = entries.map((entry) => (entry.id === leavesStageId ? { ...entry, ready: false } : entry))
    const stage = toStage({ ...event, ...around, rehearsal, version, lineUpVersion, show, entries: now }, nowMs)
    return { stage, reached: show.phase === event.show.phase ? undefined : { id: event.id, phase: show.phase } }
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
        'invalid',
      ],
    ),
    requireRole(context, 'organiser'),
    body(cue),
    async (c) => {
      const given = c.req.valid('json')
      const slug = c.req.param('slug')
      // Optimistic first: a press rarely meets another one. It is tried again under the row lock when the event has changed meanwhile.
      // Two cues need the lock from the start: one fixes the result, the other must see every ballot of the team that it forgets.
      const locked = given.cue === 'start-reveal' || given.cue === 'undo'
      const played = locked ? undefined : await play(context.db.sql, slug, given)
      const { stage, reached } =
        played ??
        (await changeEvent(
          context,
          slug,
          'play-cue',
          async ({ tx }) => (await play(tx, slug, given)) ?? refuse('stale-press'),
        ))
      if (!stage) return c.json((await readStage(context, { slug })) ?? refuse('no-such-event'))
      context.feed.sendAfterCue(c.var.caller.eventId!, stage)
      if (reached?.phase === 'closed' || reached?.phase === 'final')
        context.archives.keep({ id: reached.id, slug }, reached.phase === 'final' ? 'published' : 'closed')
      return c.json(stage)
    },
  )
}

async function hasBallots(sql: Query, entryId: string | null): Promise<boolean> {
  return entryId !== null && (await countBallots(sql, entryId)) > 0
}
