import { sampleEntries } from '../../api/rehearsal/demo/sample-event.ts'

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)
const csv = (rows: string[][]) => `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

const devpostHeadings = [
  ...[
    'Project Title',
    'Submission Url',
    'Project Status',
    'Judging Status',
    'Highest Step Completed',
    'Project Created At',
  ],
  ...[
    'About The Project',
    '"Try it out" Links',
    'Video Demo Link',
    'Opt-In Prizes',
    'Built With',
    'Submitter First Name',
  ],
  ...['Submitter Last Name', 'Submitter Email', 'Notes', 'Team Colleges/Universities', 'Additional Team Member Count'],
  ...['Team Member 1 First Name', 'Team Member 1 Last Name', 'Team Member 1 Email', '...'],
]

/** Devpost's project export with this many submitted projects and one draft. The last heading is "...", rows are as long as the team. */
export function devpostExport(projects = sampleEntries.length): string {
  const rows = Array.from({ length: projects }, (_, n) => {
    const { title, team, summary = '', members = [] } = sampleEntries[n % sampleEntries.length]!
    const round = Math.floor(n / sampleEntries.length)
    const [lead = '', ...others] = members
    const [first, ...last] = lead.split(' ')
    const member = (name: string) => [name.split(' ')[0]!, name.split(' ').slice(1).join(' '), 'member@example.org']
    return [
      ...[
        round ? `${title} ${round + 1}` : title,
        `https://hack.devpost.com/submissions/${n}`,
        'Submitted (Gallery/Visible)',
      ],
      ...[
        'Pending',
        'Submit',
        '06/20/2026 14:10:00',
        `Inspiration\n\n${summary}\n\nWhat it does\n\nSee above, ${team}\n`,
      ],
      ...['https://example.org', '', 'Best of show', 'html, css', first!, last.join(' '), 'lead@example.org', '', ''],
      ...[String(Math.max(0, members.length - 1)), ...others.flatMap(member)],
    ]
  })
  const draft = devpostHeadings.map((heading) =>
    heading === 'Project Title' ? 'Untitled' : heading === 'Project Status' ? 'Draft' : '',
  )
  return csv([devpostHeadings, ...rows, draft])
}

const eventbriteHeadings = [
  ...['Order #', 'Order Date', 'First Name', 'Surname', 'Email', 'Quantity', 'Ticket Type', 'Attendee #', 'Order Type'],
  ...['Total Paid', 'Attendee Status', 'Home Postcode', 'Job Title', 'Company'],
]
const roles = ['Councillor', 'Director of Housing', 'Service manager', 'Chief Executive', 'Head of Digital']

export function eventbriteExport(judges = 15): string {
  const person = (n: number, ticket: string, status: string) => [
    ...[
      String(1000 + n),
      '2026-06-01 09:00',
      `Ann${n}`,
      `O’Grady-Łuc ${n}`,
      `ann${n}@example.org`,
      '1',
      ticket,
      String(70_000 + n),
      'Free Order',
      '0.00',
    ],
    ...[status, 'B1 1AA', roles[n % roles.length]!, `Council ${n}`],
  ]
  const coming = Array.from({ length: judges }, (_, n) =>
    person(n, 'Judges and panel', n % 4 ? 'Attending' : 'Checked In'),
  )
  const others = [
    person(90, 'Judges and panel', 'Not Attending'),
    person(91, 'Maker', 'Attending'),
    person(92, 'Maker', 'Attending'),
    person(93, 'Judges and panel', 'Refunded'),
    person(94, 'Judges and panel', 'Attending').map((text, n) =>
      [2, 3, 12, 13].includes(n) ? 'Info Requested' : text,
    ),
  ]
  return csv([eventbriteHeadings, ...coming, ...others])
}
