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
  type EntriesChanged,
  entriesBody,
  entriesChanged,
  type JudgesChanged,
  judgesBody,
  judgesChanged,
} from '../schema/bulk.ts'
import type { Judge } from '../schema/judge.ts'
import { addEntry, listEntries, saveEntry } from '../store/entries.ts'
import { lockEvent, touchLineUp } from '../store/events.ts'
import { addJudge, listJudges, saveJudgeWords } from '../store/judges.ts'
import { addKey, forJudge, forTeam } from '../store/keys.ts'

/** Takes the first that matches out of the list: two alike in one call are two, and the same call again finds both. */
function takeMatch<Item>(list: Item[], find: (items: Item[]) => Item | undefined): Item | undefined {
  const match = find(list)
  if (match !== undefined) list.splice(list.indexOf(match), 1)
  return match
}

/** Imported lists: all of a call or nothing, under the event's row lock, so that a repeated call adds nothing. */
export const bulkRoutes = (context: AppContext) =>
  new Hono()
    .post(
      '/events/:slug/entries/many',
      describe(
        'Adds many entries and changes some; entries that exist with the same team and title are matched one by one and not added again',
        entriesChanged,
        ['too-late-to-change', 'invalid'],
      ),
      requireRole(context, 'organiser'),
      body(entriesBody),
      async (c) => {
        const { add, change } = c.req.valid('json')
        const changed = await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          const { phase } = event.show
          if (phase !== 'setup' && phase !== 'live') refuse('too-late-to-change')
          const stored = await listEntries(tx, event.id)
          const unmatched = [...stored]
          const all: { added: EntriesChanged['added']; changed: EntriesChanged['changed'] } = { added: [], changed: [] }
          for (const fields of add) {
            const same = takeMatch(unmatched, (entries) => findSameEntry(entries, fields))
            const teamKey = same ? null : newKey()
            const entry = same ?? (await addEntry(tx, event.id, { ...blankEntry, ...fields, id: newId() }))
            if (teamKey !== null) {
              stored.push(entry)
              await addKey(tx, hashKey(teamKey), forTeam(event.id, entry.id))
            }
            all.added.push({ entry: toEntry(event, entry), teamKey })
          }
          for (const { id, to } of change) {
            const before = stored.find((entry) => entry.id === id)
            const entry: StoredEntry | undefined = before && { ...before, ...to }
            if (entry) await saveEntry(tx, entry)
            all.changed.push(entry ? toEntry(event, entry) : null)
          }
          await touchLineUp(tx, event.id)
          return all
        })
        return c.json(changed)
      },
    )
    .post(
      '/events/:slug/judges/many',
      describe(
        'Puts many judges on the panel and changes some; judges who exist with the same name and organisation are matched one by one and not added again',
        judgesChanged,
        ['too-late-to-change', 'invalid'],
      ),
      requireRole(context, 'organiser'),
      body(judgesBody),
      async (c) => {
        const { add, change } = c.req.valid('json')
        const changed = await context.db.sql.begin(async (tx) => {
          const event = await lockEvent(tx, c.req.param('slug'))
          if (add.length > 0) checkResultNotFixed(event.show.phase, 'the panel stays as it is')
          const stored = await listJudges(tx, event.id)
          const unmatched = [...stored]
          const all: { added: JudgesChanged['added']; changed: JudgesChanged['changed'] } = { added: [], changed: [] }
          for (const body of add) {
            const fields = { role: '', organisation: '', ...body }
            const same = takeMatch(unmatched, (judges) => findSameJudge(judges, fields))
            const judgeKey = same ? null : newKey()
            const judge: Judge = same ?? { ...fields, id: newId(), status: 'admitted', away: false, arrived: false }
            if (judgeKey !== null) {
              stored.push(await addJudge(tx, event.id, judge))
              await addKey(tx, hashKey(judgeKey), forJudge(event.id, judge.id))
            }
            all.added.push({ judge, judgeKey })
          }
          for (const { id, to } of change) {
            const judge = stored.find(({ id: judgeId }) => judgeId === id)
            all.changed.push(judge ? await saveJudgeWords(tx, event.id, { ...judge, ...to }) : null)
          }
          return all
        })
        return c.json(changed)
      },
    )
