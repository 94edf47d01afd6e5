import { Hono } from 'hono'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { hashKey, newId, newKey } from '../http/keys.ts'
import { body, describe } from '../http/openapi.ts'
import { blankEntry, type StoredEntry, toEntry } from '../rules/event/entry.ts'
import { findSameEntry, findSameJudge } from '../rules/event/normalise-name.ts'
import { refuse } from '../rules/refusal.ts'
import { checkResultNotFixed } from '../rules/result/fixed.ts'
import {
  type EntriesBrought,
  entriesBody,
  entriesBrought,
  type JudgesBrought,
  judgesBody,
  judgesBrought,
} from '../schema/bring-in.ts'
import type { Judge } from '../schema/judge.ts'
import { addEntry, listEntries, saveEntry } from '../store/entries.ts'
import { lockEvent, touchLineUp } from '../store/events.ts'
import { addJudge, listJudges, saveJudgeWords } from '../store/judges.ts'
import { addKey, forJudge, forTeam } from '../store/keys.ts'

/** From a spreadsheet: all of a call or nothing, under the event's row lock, so that a call sent again doubles nothing. */
export const bringInRoutes = (context: AppContext) =>
  new Hono()
    .post(
      '/events/:slug/entries/many',
      describe(
        'Adds many entries and changes some; one of the same team and title is added only once',
        entriesBrought,
        ['too-late-to-change', 'invalid'],
      ),
      requireRole(context, 'organiser'),
      body(entriesBody),
      async (c) => {
        const { add, change } = c.req.valid('json')
        const brought = await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          const { phase } = event.show
          if (phase !== 'setup' && phase !== 'live') refuse('too-late-to-change')
          const known = await listEntries(tx, event.id)
          const all: { added: EntriesBrought['added']; changed: EntriesBrought['changed'] } = { added: [], changed: [] }
          for (const given of add) {
            const same = findSameEntry(known, given)
            const teamKey = same ? null : newKey()
            const stored = same ?? (await addEntry(tx, event.id, { ...blankEntry, ...given, id: newId() }))
            if (teamKey !== null) {
              known.push(stored)
              await addKey(tx, hashKey(teamKey), forTeam(event.id, stored.id))
            }
            all.added.push({ entry: toEntry(event, stored), teamKey })
          }
          for (const { id, to } of change) {
            const stored = known.find((one) => one.id === id)
            const entry: StoredEntry | undefined = stored && { ...stored, ...to }
            if (entry) await saveEntry(tx, entry)
            all.changed.push(entry ? toEntry(event, entry) : null)
          }
          await touchLineUp(tx, event.id)
          return all
        })
        return c.json(brought)
      },
    )
    .post(
      '/events/:slug/judges/many',
      describe(
        'Puts many judges on the panel and changes some; one of the same name and organisation is added only once',
        judgesBrought,
        ['too-late-to-change', 'invalid'],
      ),
      requireRole(context, 'organiser'),
      body(judgesBody),
      async (c) => {
        const { add, change } = c.req.valid('json')
        const brought = await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          if (add.length > 0) checkResultNotFixed(event.show.phase, 'the panel stays as it is')
          const known = await listJudges(tx, event.id)
          const all: { added: JudgesBrought['added']; changed: JudgesBrought['changed'] } = { added: [], changed: [] }
          for (const given of add) {
            const words = { role: '', organisation: '', ...given }
            const same = findSameJudge(known, words)
            const judgeKey = same ? null : newKey()
            const judge: Judge = same ?? { ...words, id: newId(), status: 'admitted', away: false, arrived: false }
            if (judgeKey !== null) {
              known.push(await addJudge(tx, event.id, judge))
              await addKey(tx, hashKey(judgeKey), forJudge(event.id, judge.id))
            }
            all.added.push({ judge, judgeKey })
          }
          for (const { id, to } of change) {
            const judge = known.find((one) => one.id === id)
            all.changed.push(judge ? await saveJudgeWords(tx, event.id, { ...judge, ...to }) : null)
          }
          return all
        })
        return c.json(brought)
      },
    )
