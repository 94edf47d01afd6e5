import type { Entry, EntryBody } from '../../../api/schema/entry.ts'
import type { Problem } from '../../core/api.ts'

export type EntryValues = Record<'team' | 'title' | 'summary' | 'organisations' | 'members' | 'link', string>

export const entryLabels: EntryValues = {
  team: 'The team',
  title: 'What they made',
  summary: 'The pitch',
  organisations: 'The list of organisations',
  members: 'The list of members',
  link: 'The web address',
}

export const blankEntry: EntryValues = { team: '', title: '', summary: '', organisations: '', members: '', link: '' }

export function entryValues(entry: Entry): EntryValues {
  return { ...entry, organisations: entry.organisations.join('\n'), members: entry.members.join('\n') }
}

const lines = (text: string) =>
  text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter(Boolean)

export function checkEntry(values: EntryValues): Problem['fields'] {
  const problems: Problem['fields'] = []
  if (!values.team.trim()) problems.push({ pointer: '/team', title: 'Please give the team a name' })
  if (!values.title.trim()) problems.push({ pointer: '/title', title: 'Please say what they made' })
  return problems
}

export function entryBody(values: EntryValues): EntryBody {
  const link = values.link.trim()
  return {
    team: values.team,
    title: values.title,
    summary: values.summary,
    organisations: lines(values.organisations),
    members: lines(values.members),
    link: link && !/^[a-z]+:/i.test(link) ? `https://${link}` : link,
  }
}
