import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { hashKey, newKey } from '../http/keys.ts'
import { body, describeChange } from '../http/openapi.ts'
import { refuse } from '../rules/refusal.ts'
import { type LinksBody, linksBody, type SentLinksBody, sentLinksBody } from '../schema/session.ts'
import { changeEvent } from '../store/change-event.ts'
import { getEntry, listEntries } from '../store/entries.ts'
import { findJudge, listJudges } from '../store/judges/judges.ts'
import { forJudge, forRemote, forTeam, insertKey, type KeyHolder, markKeysSent, revokeKeys } from '../store/keys.ts'
import type { Query } from '../store/sql.ts'

export const linkRoutes = (context: AppContext) => {
  const organiser = requireRole(context, 'organiser')
  return new Hono()
    .post(
      '/events/:slug/judges/keys',
      describeChange(
        'issue-key',
        'One more personal link for every judge on the panel, or for some; with `stopEarlier` only these work from now on',
        z.object({ keys: z.array(z.object({ judgeId: z.string(), judgeKey: z.string() })) }),
        ['invalid'],
      ),
      organiser,
      body(linksBody),
      async (c) => c.json({ keys: await issueJudgeKeys(context, c.req.param('slug'), c.req.valid('json')) }),
    )
    .post(
      '/events/:slug/judges/:id/key',
      describeChange(
        'issue-key',
        'A new personal link; the one before stops working',
        z.object({ judgeKey: z.string() }),
        ['no-such-judge'],
      ),
      organiser,
      async (c) => c.json({ judgeKey: await replaceJudgeKey(context, c.req.param('slug'), c.req.param('id')) }),
    )
    .post(
      '/events/:slug/entries/keys',
      describeChange(
        'issue-key',
        'One more link for every team, or for some; with `stopEarlier` only these work from now on',
        z.object({ keys: z.array(z.object({ entryId: z.string(), teamKey: z.string() })) }),
        ['invalid'],
      ),
      organiser,
      body(linksBody),
      async (c) => c.json({ keys: await issueTeamKeys(context, c.req.param('slug'), c.req.valid('json')) }),
    )
    .post(
      '/events/:slug/entries/:id/key',
      describeChange(
        'issue-key',
        'A new link for a team; the one before stops working',
        z.object({ teamKey: z.string() }),
        ['no-such-entry'],
      ),
      organiser,
      async (c) => c.json({ teamKey: await replaceTeamKey(context, c.req.param('slug'), c.req.param('id')) }),
    )
    .post(
      '/events/:slug/links/remote',
      describeChange(
        'issue-key',
        'One more remote control: a key that moves the show, and neither closes, reveals nor publishes',
        z.object({ remoteKey: z.string() }),
        [],
        201,
      ),
      organiser,
      async (c) => c.json({ remoteKey: await issueRemoteKey(context, c.req.param('slug')) }, 201),
    )
    .post(
      '/events/:slug/links/sent',
      describeChange(
        'issue-key',
        'Records that the newest links of these judges and teams have been sent; answers with those that have a link',
        sentLinksBody,
        ['invalid'],
      ),
      organiser,
      body(sentLinksBody),
      async (c) => c.json(await markLinksSent(context, c.req.param('slug'), c.req.valid('json'))),
    )
}

function markLinksSent(context: AppContext, slug: string, { judgeIds, entryIds }: SentLinksBody) {
  return changeEvent(context, slug, 'issue-key', async ({ tx, event, record }) => {
    const marked = new Set(await markKeysSent(tx, event.id, [...judgeIds, ...entryIds]))
    const sent = {
      judgeIds: judgeIds.filter((id) => marked.has(id)),
      entryIds: entryIds.filter((id) => marked.has(id)),
    }
    if (marked.size > 0) record('links-sent', { judges: sent.judgeIds.length, teams: sent.entryIds.length })
    return sent
  })
}

function issueJudgeKeys(context: AppContext, slug: string, { only, stopEarlier = false }: LinksBody) {
  return changeEvent(context, slug, 'issue-key', async ({ tx, event, record }) => {
    const panel = (await listJudges(tx, event.id)).filter((judge) => judge.status === 'admitted')
    const keys: { judgeId: string; judgeKey: string }[] = []
    for (const { id } of panel)
      if (only?.includes(id) ?? true)
        keys.push({ judgeId: id, judgeKey: await issueKey(tx, forJudge(event.id, id), stopEarlier) })
    record('judge-links', { count: keys.length, stopEarlier })
    return keys
  })
}

function issueTeamKeys(context: AppContext, slug: string, { only, stopEarlier = false }: LinksBody) {
  return changeEvent(context, slug, 'issue-key', async ({ tx, event, record }) => {
    const keys: { entryId: string; teamKey: string }[] = []
    for (const { id } of await listEntries(tx, event.id))
      if (only?.includes(id) ?? true)
        keys.push({ entryId: id, teamKey: await issueKey(tx, forTeam(event.id, id), stopEarlier) })
    record('team-links', { count: keys.length, stopEarlier })
    return keys
  })
}

function replaceJudgeKey(context: AppContext, slug: string, judgeId: string): Promise<string> {
  return changeEvent(context, slug, 'issue-key', async ({ tx, event }) => {
    const judge = (await findJudge(tx, event.id, judgeId)) ?? refuse('no-such-judge')
    return issueKey(tx, forJudge(event.id, judge.id), true)
  })
}

function replaceTeamKey(context: AppContext, slug: string, entryId: string): Promise<string> {
  return changeEvent(context, slug, 'issue-key', async ({ tx, event }) => {
    const entry = await getEntry(tx, event.id, entryId)
    return issueKey(tx, forTeam(event.id, entry.id), true)
  })
}

function issueRemoteKey(context: AppContext, slug: string): Promise<string> {
  return changeEvent(context, slug, 'issue-key', async ({ tx, event, record }) => {
    record('remote-link', {})
    return issueKey(tx, forRemote(event.id), false)
  })
}

async function issueKey(tx: Query, holder: KeyHolder, stopEarlier: boolean): Promise<string> {
  const key = newKey()
  if (stopEarlier) await revokeKeys(tx, holder)
  await insertKey(tx, hashKey(key), holder)
  return key
}
