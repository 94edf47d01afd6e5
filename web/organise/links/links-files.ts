import { csvFile } from '../../../api/rules/words/csv-file.ts'
import type { Recipient } from './link-recipients.ts'

type Linked = Pick<Recipient, 'kind' | 'name' | 'organisation' | 'role' | 'link'>

/** Name and link, one recipient a line. */
export const linksText = (recipients: readonly Linked[]): string =>
  recipients.flatMap(({ name, link }) => (link ? [`${name}\t${link.address}`] : [])).join('\n')

/** For a mail merge: a row for each recipient whose link is in this tab. */
export function linksCsv(recipients: readonly Linked[]): string {
  const rows = recipients.flatMap(({ kind, name, organisation, role, link }) =>
    link ? [[name, organisation, kind === 'team' ? 'Team' : role || 'Judge', link.address]] : [],
  )
  return csvFile([['Name', 'Organisation', 'Role', 'Link'], ...rows])
}
