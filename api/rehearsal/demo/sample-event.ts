import type { EntryBody } from '../../schema/entry.ts'
import type { JudgeBody } from '../../schema/judge.ts'

export const sampleEvent = { name: 'LocalGov Makers hack day', venue: 'The old library, Birmingham' }

export const sampleEntries: EntryBody[] = [
  {
    team: 'Potholes, Ranked',
    title: 'Which hole first?',
    summary: 'Ten thousand reports in, one fair repair list out.',
    organisations: ['Dudley Council', 'Walsall Council'],
    members: ['Joan Tandy', 'Imran Sheikh', 'Becca Lyle'],
  },
  {
    team: 'Where’s My Carer',
    title: 'Home care that says when',
    summary: 'A text when your carer sets off, in the language you speak.',
    organisations: ['Wolverhampton Council'],
    members: ['Grace Adeyemi', 'Tom Hadley', 'Aleksandra Wójcik'],
  },
  {
    team: 'Bin Day Backchat',
    title: 'A text from the bin lorry',
    summary: 'Missed-bin reports that answer back, by text, before you have put the kettle on.',
    organisations: ['Birmingham City Council', 'Residents of Ladywood'],
    members: ['Yasmin Begum', 'Colin Pratt', 'Dee Okafor', 'Stu Marsh'],
  },
  {
    team: 'Damp Detectives',
    title: 'Mould found before it is a complaint',
    summary: 'A sensor, a phone call, and a repair booked the same day.',
    organisations: ['Sandwell Council', 'Black Country Housing'],
    members: ['Nia Rowlands', 'Kofi Mensah', 'Harpreet Gill'],
  },
  {
    team: 'Form Filler',
    title: 'Ask once',
    summary: 'One form for a blue badge, council tax and school meals: we already know your address.',
    organisations: ['Powys County Council'],
    members: ['Gwenllian Prys', 'Rhodri Vaughan'],
  },
  {
    team: 'Allotment Match',
    title: 'No more nine-year lists',
    summary: 'Empty plots and people who want half of one, brought together.',
    organisations: ['Solihull Council'],
    members: ['Maureen Clegg', 'Ade Balogun', 'Lucy Farr'],
  },
  {
    team: 'School Run Radar',
    title: 'A calmer half past eight',
    summary: 'Lollipop crews mark the danger, drivers hear it before the corner.',
    organisations: ['Coventry City Council', 'St Osburg’s parents'],
    members: ['Bilal Hussain', 'Faye Turner', 'Jan Nowak'],
  },
  {
    team: 'Licence in a Day',
    title: 'Street stalls by tea time',
    summary: 'Apply at breakfast, checked by noon, trade on Saturday.',
    organisations: ['Walsall Council'],
    members: ['Olu Fashola', 'Priti Desai', 'Martin Webb'],
  },
]

export type CharacterName = 'steady' | 'harsh' | 'lenient' | 'late' | 'offline' | 'hasty'

export const samplePanel: (JudgeBody & { character: CharacterName })[] = [
  { name: 'A. Grant', role: 'Councillor', organisation: 'Walsall', character: 'harsh' },
  { name: 'M. Osei', role: 'Chief executive', organisation: 'Dudley', character: 'lenient' },
  { name: 'S. Pugh', role: 'Councillor', organisation: 'Powys', character: 'steady' },
  { name: 'T. Kaur', role: 'Director of housing', organisation: 'Wolverhampton Homes', character: 'hasty' },
  { name: 'R. Ahmed', role: 'Councillor', organisation: 'Sandwell Council', character: 'late' },
  { name: 'P. Lowe', role: 'Head of digital', organisation: 'Sandwell Leisure Trust', character: 'offline' },
]
