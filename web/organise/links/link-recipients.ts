import { listWords } from '../../../api/rules/words/list.ts'
import { countOf } from '../../../api/rules/words/plural.ts'
import type { IssuedKey } from '../../../api/schema/session.ts'
import type { Organised } from '../organising.ts'
import type { TabLink } from './tab-links.ts'

/**
 * `none`: nobody has a link. `ready`: this tab has a link that was not marked as sent. `sent`: marked as sent by an organiser.
 * `used`: a browser has signed in with it.
 */
export type LinkState = 'none' | 'ready' | 'sent' | 'used'

export type Recipient = {
  id: string
  kind: 'team' | 'judge'
  name: string
  organisation: string
  role: string
  state: LinkState
  sentAt: string | null
  link: TabLink | undefined
}

type Now = Pick<Organised, 'entries' | 'judges' | 'keys' | 'links'>

/** Every team, then every judge on the panel. */
export function listRecipients(now: Now): Recipient[] {
  const keysByHolder = new Map<string, IssuedKey[]>()
  for (const key of now.keys) {
    const holderId = key.judgeId ?? key.entryId
    if (holderId !== null) keysByHolder.set(holderId, [...(keysByHolder.get(holderId) ?? []), key])
  }
  const readState = (id: string) => stateOf(keysByHolder.get(id) ?? [], now.links[id])
  const teams = now.entries.map(({ id, team, organisations }) => ({
    ...{ id, kind: 'team' as const, name: team, organisation: organisations.join('; '), role: '' },
    ...readState(id),
  }))
  const panel = now.judges.filter((judge) => judge.status === 'admitted')
  const judges = panel.map(({ id, name, organisation, role }) => ({
    ...{ id, kind: 'judge' as const, name, organisation, role },
    ...readState(id),
  }))
  return [...teams, ...judges]
}

function stateOf(keys: readonly IssuedKey[], link: TabLink | undefined): Pick<Recipient, 'state' | 'sentAt' | 'link'> {
  const sentAt = keys.map((key) => key.sentAt).findLast((moment) => moment !== null) ?? null
  if (keys.some((key) => key.usedAt)) return { state: 'used', sentAt, link }
  if (sentAt !== null) return { state: 'sent', sentAt, link }
  return { state: link ? 'ready' : 'none', sentAt, link }
}

/** "8 teams and 6 judges". */
export function countRecipients(recipients: readonly Recipient[]): string {
  const count = (kind: Recipient['kind']) => recipients.filter((recipient) => recipient.kind === kind).length
  const counts = (['team', 'judge'] as const).map((kind) => (count(kind) ? countOf(count(kind), kind) : ''))
  return listWords(counts.filter(Boolean))
}

export function sendingWords(recipients: readonly Recipient[]): string {
  const without = recipients.filter(({ state }) => state === 'none')
  const ready = recipients.filter(({ state }) => state === 'ready')
  if (recipients.length === 0) return 'There is nobody to send a link to yet.'
  if (without.length > 0) return `${countRecipients(without)} ${without.length === 1 ? 'has' : 'have'} no link yet.`
  if (ready.length > 0) return `${countOf(ready.length, 'link')} to send.`
  return 'Everyone has a link.'
}
