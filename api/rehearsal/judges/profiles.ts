import type { EntryBody } from '../../schema/entry.ts'
import type { JudgeBody } from '../../schema/judge.ts'
import { type CharacterName, sampleEntries, samplePanel } from '../demo/sample-event.ts'
import { createRandom } from '../random.ts'

export type JudgeProfile = JudgeBody & { name: string; character: CharacterName; recusesFrom?: string }

const places = ['Halesowen', 'Brecon', 'Tipton', 'Bilston', 'Knighton', 'Cradley', 'Aldridge', 'Erdington'] as const
const firstNames = ['Ann', 'Bashir', 'Ceri', 'Dilys', 'Ewan', 'Farah', 'George', 'Hana', 'Idris', 'Jolanta'] as const
const lastNames = ['Abbott', 'Bevan', 'Chowdhury', 'Davies', 'Evans', 'Kowalska', 'Mistry', 'Owusu', 'Price'] as const
const roles = ['Councillor', 'Director of place', 'Head of service', 'Resident', 'Chief officer', 'Trustee'] as const
const characters = ['steady', 'steady', 'harsh', 'lenient', 'hasty', 'late', 'steady', 'offline'] as const

export function createEntries(count: number): EntryBody[] {
  return Array.from({ length: count }, (_, n) => {
    const entry = sampleEntries[n % sampleEntries.length]!
    const round = Math.floor(n / sampleEntries.length)
    if (round === 0) return entry
    const place = `${places[(round - 1) % places.length]}${round > places.length ? ` ${round}` : ''}`
    return { ...entry, team: `${entry.team}, ${place}`, organisations: [`${place} Town Council`] }
  })
}

export function createProfiles(count: number, seed: number): JudgeProfile[] {
  return Array.from({ length: count }, (_, n) => {
    const sample = samplePanel[n]
    if (sample) return sample
    const random = createRandom(seed, 'judge', n)
    const first = firstNames[n % firstNames.length]!
    const last = lastNames[Math.floor(n / firstNames.length) % lastNames.length]!
    const repeat = Math.floor(n / (firstNames.length * lastNames.length))
    return {
      name: `${first} ${last}${repeat > 0 ? ` ${repeat + 1}` : ''}`,
      role: random.pick(roles),
      // Some judges work for an organisation that sent a team, and recuse themselves from it.
      organisation: random.pick(random.chance(0.3) ? ownOrganisations : places),
      character: random.pick(characters),
    }
  })
}

export function createProfilesForEvent(count: number, seed: number, entries: { id: string }[]): JudgeProfile[] {
  const recusesFrom = entries[Math.floor((entries.length - 1) / 2)]?.id
  const recusing = samplePanel.findIndex((profile) => profile.character === 'steady')
  return createProfiles(count, seed).map((profile, n) => (n === recusing ? { ...profile, recusesFrom } : profile))
}

const ownOrganisations = ['Sandwell Council', 'Walsall Council', 'Birmingham City Council', 'Solihull Council'] as const
