import { createMemo } from 'solid-js'
import { api, ask } from '../../core/api.ts'
import type { Organising } from '../organising.ts'
import { listRecipients, type Recipient } from './link-recipients.ts'

const routes = api.events[':slug']

export function createLinkSending(organising: Organising) {
  const { slug, now, addLink, save } = organising
  const param = { slug }
  const recipients = createMemo(() => listRecipients(now))
  const recipientsById = createMemo(() => new Map(recipients().map((recipient) => [recipient.id, recipient])))
  const idsOf = (chosen: readonly Recipient[], kind: Recipient['kind']) =>
    chosen.filter((recipient) => recipient.kind === kind).map(({ id }) => id)

  async function issueJudgeLinks(only: string[], stopEarlier: boolean) {
    if (only.length === 0) return
    const { keys } = await ask<{ keys: { judgeId: string; judgeKey: string }[] }>(
      routes.judges.keys.$post({ param, json: { only, stopEarlier } }),
    )
    for (const { judgeId, judgeKey } of keys) addLink('judge', judgeId, judgeKey, true)
  }
  async function issueTeamLinks(only: string[], stopEarlier: boolean) {
    if (only.length === 0) return
    const { keys } = await ask<{ keys: { entryId: string; teamKey: string }[] }>(
      routes.entries.keys.$post({ param, json: { only, stopEarlier } }),
    )
    for (const { entryId, teamKey } of keys) addLink('team', entryId, teamKey, true)
  }
  const issue = (chosen: readonly Recipient[], stopEarlier = false) =>
    save(async () => {
      await issueTeamLinks(idsOf(chosen, 'team'), stopEarlier)
      await issueJudgeLinks(idsOf(chosen, 'judge'), stopEarlier)
    })

  return {
    recipients,
    /** Undefined for a judge who is not on the panel. */
    find: (id: string) => recipientsById().get(id),
    /** Adds links: those that these teams and judges have already go on working. */
    issue: (chosen: readonly Recipient[]) => issue(chosen),
    /** Revokes every earlier link of these teams and judges. */
    replace: (chosen: readonly Recipient[]) => issue(chosen, true),
    markSaved: organising.markLinksSaved,
    markSent: (chosen: readonly Recipient[]) =>
      save(async () => {
        const json = { judgeIds: idsOf(chosen, 'judge'), entryIds: idsOf(chosen, 'team') }
        await ask(routes.links.sent.$post({ param, json }))
        organising.markLinksSaved(chosen.map(({ id }) => id))
        await organising.readKeys()
      }),
  }
}

export type LinkSending = ReturnType<typeof createLinkSending>
