import type { EntryBody } from '../../schema/entry.ts'
import type { JudgeBody } from '../../schema/judge.ts'
import { type CharacterName, sampleEntries, samplePanel } from '../demo/sample-event.ts'
import { makeRandom } from '../random.ts'

export type Part = JudgeBody & { name: string; character: CharacterName; stepsAsideFrom?: string }

const places = ['Halesowen', 'Brecon', 'Tipton', 'Bilston', 'Knighton', 'Cradley', 'Aldridge', 'Erdington'] as const
const firstNames = ['Ann', 'Bashir', 'Ceri', 'Dilys', 'Ewan', 'Farah', 'George', 'Hana', 'Idris', 'Jolanta'] as const
const lastNames = ['Abbott', 'Bevan', 'Chowdhury', 'Davies', 'Evans', 'Kowalska', 'Mistry', 'Owusu', 'Price'] as const
const roles = ['Councillor', 'Director of place', 'Head of service', 'Resident', 'Chief officer', 'Trustee'] as const
const characters = ['steady', 'steady', 'harsh', 'lenient', 'hasty', 'late', 'steady', 'offline'] as const

/** As many entries as asked for: the sample's eight, then the same ideas tried in other towns. */
export function castEntries(count: number): EntryBody[] {
  return Array.from({ length: count }, (_, n) => {
    const entry = sampleEntries[n % sampleEntries.length]!
    const round = Math.floor(n / sampleEntries.length)
    if (round === 0) return entry
    const place = `${places[(round - 1) % places.length]}${round > places.length ? ` ${round}` : ''}`
    return { ...entry, team: `${entry.team}, ${place}`, organisations: [`${place} Town Council`] }
  })
}

/** As many judges as asked for, no two of the same name: the sample's six first. */
export function castPanel(count: number, seed: number): Part[] {
  return Array.from({ length: count }, (_, n) => {
    const sample = samplePanel[n]
    if (sample) return sample
    const random = makeRandom(seed, 'judge', n)
    const first = firstNames[n % firstNames.length]!
    const last = lastNames[Math.floor(n / firstNames.length) % lastNames.length]!
    const again = Math.floor(n / (firstNames.length * lastNames.length))
    return {
      name: `${first} ${last}${again > 0 ? ` ${again + 1}` : ''}`,
      role: random.pick(roles),
      // Some sit on the council that sent a team, and step aside from it.
      organisation: random.pick(random.chance(0.3) ? ownOrganisations : places),
      character: random.pick(characters),
    }
  })
}

/** For an event of somebody's own: whoever sits on which council there, one judge steps aside from one team. */
export function castForEvent(count: number, seed: number, entries: { id: string }[]): Part[] {
  const stepsAsideFrom = entries[Math.floor((entries.length - 1) / 2)]?.id
  const one = samplePanel.findIndex((part) => part.character === 'steady')
  return castPanel(count, seed).map((part, n) => (n === one ? { ...part, stepsAsideFrom } : part))
}

const ownOrganisations = ['Sandwell Council', 'Walsall Council', 'Birmingham City Council', 'Solihull Council'] as const
