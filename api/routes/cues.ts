import { Hono } from 'hono'
import type { House } from '../house.ts'
import { readStage } from '../reading.ts'
import { fixResult } from '../release.ts'
import { settingOf } from '../rules/entry.ts'
import { refuse } from '../rules/refusal.ts'
import { move } from '../rules/show.ts'
import { cue } from '../schema/cue.ts'
import { stageSnapshot } from '../schema/stage.ts'
import { door } from '../session.ts'
import { body, says } from '../shape.ts'
import { listEntries } from '../store/entries.ts'
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
      await house.db.sql.begin(async (tx) => {
        const event = await lockEvent(tx, slug)
        if (given.ifVersion !== undefined && given.ifVersion !== event.version) refuse('stale-press')
        const entries = await listEntries(tx, event.id)
        const fixes = given.cue === 'start-reveal' && event.show.phase === 'closed'
        const show = move(event.show, given, {
          ...settingOf(event, entries),
          revealSteps: fixes ? await fixResult(tx, event, entries, house.now()) : event.show.reveal.of,
          nowMs: house.now(),
        })
        if (show === event.show) return
        const version = await saveShow(tx, event.id, show)
        const { ifVersion: _, ...detail } = given
        await remember(tx, { eventId: event.id, version, what: given.cue, detail, instance: house.instance })
      })
      return c.json((await readStage(house, { slug })) ?? refuse('no-such-event'))
    },
  )
