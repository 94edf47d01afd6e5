/** What a column of a file can become. `many`: several columns may become it. `alone`: it says something about the row and is not brought in. */
export type Field = { id: string; label: string; headings: RegExp; many?: true; alone?: true }

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
  { id: 'members', label: 'Members', headings: /^((team )?members?( names?)?( ?\d+)?|people)$/i, many: true },
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
  { id: 'link', label: 'Web address', headings: /^(link|url|web(site| address)?|(submission|project) url)$/i },
  { id: 'status', label: 'Handed in or not', headings: /^project status$/i, alone: true },
]

export const judgeFields: Field[] = [
  { id: 'name', label: 'Name', headings: /^((full )?name|judge( name)?)$/i },
  { id: 'first', label: 'First name', headings: /^((first|given) ?name|forename)$/i },
  { id: 'last', label: 'Surname', headings: /^((last|family) ?name|surname)$/i },
  { id: 'role', label: 'Role', headings: /^(role|job( title)?|position)$/i },
  { id: 'organisation', label: 'Organisation', headings: /^(organi[sz]ation|council|company|employer|from)$/i },
  { id: 'ticket', label: 'Kind of ticket', headings: /^ticket type$/i, alone: true },
  { id: 'status', label: 'Coming or not', headings: /^attendee status$/i, alone: true },
]

/** Where there are no headings: these, in this order. */
export const plainOrder = {
  teams: ['team', 'title', 'summary', 'organisations', 'members', 'link'],
  judges: ['name', 'role', 'organisation'],
}

export type Kind = keyof typeof plainOrder
export const fieldsOf = (kind: Kind) => (kind === 'teams' ? teamFields : judgeFields)

/** An export of a service that people use, known by its headings. `nameless`: what to say where it lacks the names of teams. */
export type Source = { words: string; kind: Kind; nameless?: string }

/**
 * Devpost writes one row a project, or one a project and prize, with members in numbered columns ("Team Member 1 First Name"). Eventbrite
 * writes one row an attendee: "Order #" (or "Attendee #") with "Ticket Type" and "Attendee Status"; "Surname" in Britain, "Last Name" in America.
 */
export function sourceOf(headings: string[]): Source | undefined {
  const has = (...names: string[]) => headings.some((heading) => names.includes(heading.toLowerCase()))
  if (has('project title') && has('submission url'))
    return {
      words: 'This is Devpost’s project export.',
      kind: 'teams',
      nameless: 'It names no teams, so each is called after its project. With its link a team can give its own name.',
    }
  if (
    has('order #', 'order no.', 'order id', 'attendee #') &&
    has('ticket type', 'attendee status') &&
    has('first name')
  )
    return { words: 'This is Eventbrite’s attendee export.', kind: 'judges' }
  return undefined
}

/** The field that each column becomes, by its heading; '' is left out. A field that takes one column takes the first. */
export function guessColumns(headings: string[], fields: Field[]): string[] {
  const taken = new Set<string>()
  return headings.map((heading) => {
    const field = fields.find((one) => one.headings.test(heading) && (one.many || !taken.has(one.id)))
    if (field) taken.add(field.id)
    return field?.id ?? ''
  })
}

/** Whether a first row names the columns: one of the names without which there is no row, and another field, or nothing else. */
export function areHeadings(cells: string[], kind: Kind): boolean {
  const found = guessColumns(cells, fieldsOf(kind))
  const names = kind === 'teams' ? ['team', 'title'] : ['name', 'first', 'last']
  const known = found.filter(Boolean).length
  return found.some((id) => names.includes(id)) && (known >= 2 || cells.length === 1)
}

/** A column was given another field: where that takes one column only, the one that had it is left out. */
export function withColumn(columns: string[], at: number, id: string, fields: Field[]): string[] {
  const single = id !== '' && !fields.find((field) => field.id === id)?.many
  return columns.map((old, n) => (n === at ? id : single && old === id ? '' : old))
}
