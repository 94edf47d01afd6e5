import { Hono } from 'hono'
import type { House } from '../house.ts'
import { readStage } from '../reading.ts'
import { fixResult } from '../release.ts'
import { settingOf } from '../rules/entry.ts'
import { refuse } from '../rules/refusal.ts'
import { move } from '../rules/show.ts'
import { cue } from '../schema/cue.ts'
import type { Phase } from '../schema/event.ts'
import { stageSnapshot } from '../schema/stage.ts'
import { door } from '../session.ts'
import { body, says } from '../shape.ts'
import { listEntriesOf, saveReady } from '../store/entries.ts'
import { lockEvent, saveShow } from '../store/events.ts'
import { remember } from '../store/history.ts'

export const cueRoutes = (house: House) =>
  new Hono().post(
    '/events/:slug/cues',
    says('Moves the show. A cue that is already true changes nothing and succeeds', stageSnapshot, [
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
    ]),
    door(house, 'organiser'),
    body(cue),
    async (c) => {
      const given = c.req.valid('json')
      const slug = c.req.param('slug')
      let reached: { id: string; phase: Phase } | undefined
      // Statements that need not wait for each other's answers travel together: the row's lock comes first, and holds for all.
      const stage = await house.db.sql.begin(async (tx) => {
        const [event, entries] = await Promise.all([lockEvent(tx, slug), listEntriesOf(tx, slug)])
        if (given.ifVersion !== undefined && given.ifVersion !== event.version) refuse('stale-press')
        const fixes = given.cue === 'start-reveal' && event.show.phase === 'closed'
        const show = move(event.show, given, {
          ...settingOf(event, entries),
          revealSteps: fixes ? await fixResult(tx, event, entries, house.now()) : event.show.reveal.of,
          nowMs: house.now(),
        })
        if (show === event.show) return readStage({ ...house, db: { sql: tx } }, { slug })
        if (show.phase !== event.show.phase) reached = { id: event.id, phase: show.phase }
        const { ifVersion: _, ...detail } = given
        const line = {
          eventId: event.id,
          version: event.version + 1,
          what: given.cue,
          detail,
          instance: house.instance,
        }
        // Who leaves the stage has been on; a mistaken call that is taken back leaves its word with the team.
        const left = given.cue === 'undo' || show.onStageId === event.show.onStageId ? null : event.show.onStageId
        const [, , , stage] = await Promise.all([
          left === null ? undefined : saveReady(tx, event.id, left, false, 'count'),
          saveShow(tx, event.id, show),
          remember(tx, line),
          readStage({ ...house, db: { sql: tx } }, { slug }),
        ])
        return stage
      })
      if (!stage) return refuse('no-such-event')
      house.feed.tellStage(c.var.door.eventId!, stage)
      if (reached?.phase === 'closed' || reached?.phase === 'final')
        house.archives.keep({ id: reached.id, slug }, reached.phase === 'final' ? 'published' : 'closed')
      return c.json(stage)
    },
  )
