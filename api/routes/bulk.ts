import { Hono } from 'hono'
import type { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { hashKey, newEntryCode, newId, newKey } from '../http/keys.ts'
import { body, describeChange } from '../http/openapi.ts'
import { blankEntry, toEntry } from '../rules/event/entry.ts'
import { checkEntryCount, checkPanelCount } from '../rules/event/event-limits.ts'
import { findSameEntry, findSameJudge } from '../rules/event/normalise-name.ts'
import { listedJudge } from '../rules/event/panel.ts'
import { isOpen } from '../rules/show/showcase.ts'
import { type BulkEntries, type BulkJudges, bulkEntries, bulkJudges, entriesBody, judgesBody } from '../schema/bulk.ts'
import type { Entry } from '../schema/entry.ts'
import type { Judge } from '../schema/judge.ts'
import { type Choice, saveImportedChoices } from '../store/awards/imported-choices.ts'
import { changeEvent } from '../store/change-event.ts'
import { listUsedCodes } from '../store/entries/codes.ts'
import { insertEntry, listEntries, saveEntry } from '../store/entries.ts'
import { insertJudge, listJudges, makeRoomForJudge, saveJudgeDetails } from '../store/judges/judges.ts'
import { forJudge, forTeam, insertKey } from '../store/keys.ts'
import { saveLateEntries } from '../store/show.ts'

/** Imported lists: a call is carried out whole or not at all, and a repeated call adds nothing. */
export const bulkRoutes = (context: AppContext) =>
  new Hono()
    .post(
      '/events/:slug/entries/many',
      describeChange(
        'import-entries',
        'Adds many entries and changes some; entries that exist with the same team and title are matched one by one and not added again',
        bulkEntries,
        ['invalid', 'event-full', 'no-code-left'],
      ),
      requireRole(context, 'organiser'),
      body(entriesBody),
      async (c) => c.json(await importEntries(context, c.req.param('slug'), c.req.valid('json'))),
    )
    .post(
      '/events/:slug/judges/many',
      describeChange(
        'import-judges',
        'Puts many judges on the panel and changes some; judges who exist with the same name and organisation are matched one by one and not added again',
        bulkJudges,
        ['too-late-to-change', 'invalid', 'panel-full'],
      ),
      requireRole(context, 'organiser'),
      body(judgesBody),
      async (c) => c.json(await importJudges(context, c.req.param('slug'), c.req.valid('json'))),
    )

function importEntries(context: AppContext, slug: string, { add, change: changes }: z.infer<typeof entriesBody>) {
  return changeEvent(context, slug, 'import-entries', async (change) => {
    const { tx, event } = change
    const stored = await listEntries(tx, event.id)
    const unmatched = [...stored]
    const usedCodes = await listUsedCodes(tx, event.id)
    const result: BulkEntries = { added: [], changed: [] }
    const choices: Choice[] = []
    for (const [n, { challengeIds, ...fields }] of add.entries()) {
      const same = takeMatch(unmatched, (entries) => findSameEntry(entries, fields))
      const teamKey = same ? null : newKey()
      const code = same?.code ?? newEntryCode(usedCodes)
      const entry = same ?? (await insertEntry(tx, event.id, { ...blankEntry, ...fields, id: newId(), code }))
      if (teamKey !== null) {
        usedCodes.add(code)
        stored.push(entry)
        await insertKey(tx, hashKey(teamKey), forTeam(event.id, entry.id))
        if (challengeIds)
          choices.push({ entryId: entry.id, warmUp: false, challengeIds, pointer: `/add/${n}/challengeIds` })
      }
      result.added.push({ entry: toEntry(event, entry), teamKey })
    }
    checkEntryCount(context.eventLimits, stored.length)
    for (const [n, { id, to: wanted }] of changes.entries()) {
      const { challengeIds, ...to } = wanted
      const before = stored.find((entry) => entry.id === id)
      const entry = before && { ...before, ...to }
      if (entry) await saveEntry(tx, entry)
      if (entry && challengeIds)
        choices.push({ entryId: id, warmUp: entry.warmUp, challengeIds, pointer: `/change/${n}/to/challengeIds` })
      result.changed.push(entry ? toEntry(event, entry) : null)
    }
    await saveImportedChoices(change, choices)
    const show = await saveLateEntries(tx, event)
    const open = (entry: Entry) => ({ ...entry, open: isOpen(show, entry.id) })
    return {
      added: result.added.map(({ entry, teamKey }) => ({ entry: open(entry), teamKey })),
      changed: result.changed.map((entry) => entry && open(entry)),
    }
  })
}

function importJudges(context: AppContext, slug: string, { add, change }: z.infer<typeof judgesBody>) {
  return changeEvent(context, slug, 'import-judges', async ({ tx, event, record }) => {
    const stored = await listJudges(tx, event.id)
    const unmatched = [...stored]
    const result: BulkJudges = { added: [], changed: [] }
    for (const words of add) {
      const fields = { role: '', organisation: '', ...words }
      const same = takeMatch(unmatched, (judges) => findSameJudge(judges, fields))
      const judgeKey = same ? null : newKey()
      const judge: Judge = same ?? { ...fields, id: newId(), ...listedJudge }
      if (judgeKey !== null) {
        await makeRoomForJudge(tx, event.id, context.eventLimits)
        stored.push(await insertJudge(tx, event.id, judge))
        await insertKey(tx, hashKey(judgeKey), forJudge(event.id, judge.id))
      }
      result.added.push({ judge, judgeKey })
    }
    checkPanelCount(context.eventLimits, stored.filter(({ status }) => status === 'admitted').length)
    for (const { id, to } of change) {
      const judge = stored.find(({ id: judgeId }) => judgeId === id)
      result.changed.push(judge ? await saveJudgeDetails(tx, event.id, { ...judge, ...to }) : null)
      if (judge)
        record('correct-judge', { judgeId: id, name: to.name ?? judge.name, formerName: judge.name, bySelf: false })
    }
    return result
  })
}

/** Removes the first match: two equal rows in one call are two entries, and a repeated call finds both. */
function takeMatch<Item>(list: Item[], find: (items: Item[]) => Item | undefined): Item | undefined {
  const match = find(list)
  if (match !== undefined) list.splice(list.indexOf(match), 1)
  return match
}
