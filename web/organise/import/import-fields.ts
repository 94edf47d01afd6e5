/** `many`: several columns may have it. `alone`: it decides about the row and is not imported. */
export type Field = { id: string; label: string; headings: RegExp; many?: true; alone?: true }

const removedHeading =
  /^(is )?(cancell?ed|refunded|void(ed)?|withdrawn|hidden|deleted|no.?show)([ _](at|on|date))?\??$/i

export const teamFields: Field[] = [
  { id: 'team', label: 'Team', headings: /^(what is your )?(team|group)('?s)?( ?name)?\??$/i },
  { id: 'title', label: 'What they made', headings: /^(title|project|entry|idea|submission)( ?(name|title))?$/i },
  {
    id: 'summary',
    label: 'Pitch',
    headings: /^((elevator )?pitch|summary|description|(project )?tag ?line|about( the project)?)$/i,
  },
  {
    id: 'organisations',
    label: 'Organisations',
    headings: /^(organi[sz]ations?|councils?|compan(y|ies)|employers?|from|team colleges\/universities)$/i,
    many: true,
  },
  {
    id: 'members',
    label: 'Members',
    headings:
      /^((names? of )?(all |your |the )*(team )?members?(['’]s?)?( names?)?( ?\d+)?|people|names of (the )?people)$/i,
    many: true,
  },
  {
    id: 'first',
    label: 'A member’s first name',
    headings: /^(submitter|(team )?member \d+) (first|given) ?name$/i,
    many: true,
  },
  {
    id: 'last',
    label: 'A member’s surname',
    headings: /^(submitter|(team )?member \d+) (last ?name|surname)$/i,
    many: true,
  },
  { id: 'table', label: 'Table', headings: /^(table|stand|booth)( ?(number|no\.?|#))?$/i },
  {
    id: 'challenges',
    label: 'Challenges',
    headings: /^(opt.?in (prizes?|challenges?)|(sponsor |partner )?(prizes?|challenges?|prize categor(y|ies)))$/i,
    many: true,
  },
  { id: 'link', label: 'Web address', headings: /^(link|url|web(site| address)?|(submission|project) url)$/i },
  {
    id: 'status',
    label: 'Handed in or not',
    headings: /^(project|judging|entry|submission) status$/i,
    many: true,
    alone: true,
  },
  { id: 'removed', label: 'Withdrawn or not', headings: removedHeading, many: true, alone: true },
]

export const judgeFields: Field[] = [
  { id: 'name', label: 'Name', headings: /^((full )?name|judge( name)?)$/i },
  { id: 'first', label: 'First name', headings: /^((first|given) ?name|forename)$/i },
  { id: 'last', label: 'Surname', headings: /^((last|family) ?name|surname)$/i },
  { id: 'role', label: 'Role', headings: /^(role|job( title)?|position)$/i },
  { id: 'organisation', label: 'Organisation', headings: /^(organi[sz]ation|council|company|employer|from)$/i },
  { id: 'ticket', label: 'Kind of ticket', headings: /^ticket[ _]?(type|name)$/i, alone: true },
  {
    id: 'status',
    label: 'Coming or not',
    headings:
      /^((attendee|ticket|order|registration|booking|approval|check-?in|guest|rsvp|attendance|payment|void)[ _]?status|status|rsvp|response|(are you |will you be )?(attending|coming)\??)$/i,
    many: true,
    alone: true,
  },
  { id: 'removed', label: 'Cancelled or not', headings: removedHeading, many: true, alone: true },
]

export const plainOrder = {
  teams: ['team', 'title', 'summary', 'organisations', 'members', 'link'],
  judges: ['name', 'role', 'organisation'],
}

export type Kind = keyof typeof plainOrder
export const fieldsOf = (kind: Kind) => (kind === 'teams' ? teamFields : judgeFields)

export type Source = { words: string; kind: Kind; nameless?: string }

/**
 * Devpost writes one row a project, or one a project and prize, with members in numbered columns ("Team Member 1 First Name"). Eventbrite
 * writes one row an attendee: "Order #" (or "Attendee #") with "Ticket Type" and "Attendee Status"; "Surname" in Britain, "Last Name" in
 * America.
 */
export function sourceOf(headings: string[]): Source | undefined {
  const has = (...names: string[]) => headings.some((heading) => names.includes(heading.toLowerCase()))
  if (has('project title') && has('submission url'))
    return {
      words: 'This is Devpost’s project export.',
      kind: 'teams',
      nameless: 'It names no teams, so each is called after its project. A team can change its name with its link.',
    }
  if (
    has('order #', 'order no.', 'order id', 'attendee #') &&
    has('ticket type', 'attendee status') &&
    has('first name')
  )
    return { words: 'This is Eventbrite’s attendee export.', kind: 'judges' }
  return undefined
}

export function guessColumns(headings: string[], fields: Field[]): string[] {
  const taken = new Set<string>()
  return headings.map((heading) => {
    const field = fields.find(({ id, headings, many }) => headings.test(heading) && (many || !taken.has(id)))
    if (field) taken.add(field.id)
    return field?.id ?? ''
  })
}

const unusedHeading =
  /^(time ?stamp|date|.*e-?mail.*|.*phone.*|mobile|(attendee|ticket|order|registration) ?(#|id|no\.?|number))$/i

export function areHeadings(cells: string[], kind: Kind): boolean {
  const columns = guessColumns(cells, fieldsOf(kind))
  const names = kind === 'teams' ? ['team', 'title'] : ['name', 'first', 'last']
  const knownCount = columns.filter((id, n) => id || unusedHeading.test(cells[n]!)).length
  return columns.some((id) => names.includes(id)) && (knownCount >= 2 || cells.length === 1)
}

export function withColumn(columns: string[], at: number, id: string, fields: Field[]): string[] {
  const single = id !== '' && !fields.find((field) => field.id === id)?.many
  return columns.map((old, n) => (n === at ? id : single && old === id ? '' : old))
}
