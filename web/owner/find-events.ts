import { withoutAccents } from '../../api/rules/event/normalise-name.ts'
import { countOf } from '../../api/rules/words/plural.ts'
import type { OwnerEvent } from '../../api/schema/event.ts'
import { phaseWords, startWords } from '../core/words/event-words.ts'

const normalise = (text: string) => withoutAccents(text).toLowerCase()

export function findEvents(events: OwnerEvent[], words: string): OwnerEvent[] {
  const terms = normalise(words).split(/\s+/).filter(Boolean)
  return events.filter((event) => {
    const fields = [event.name, event.slug, event.code, event.venue, startWords(event), phaseWords[event.phase]]
    const text = normalise(fields.join(' '))
    return terms.every((term) => text.includes(term))
  })
}

export function peopleWords({ teams, judges, judgesHere }: OwnerEvent): string {
  const count = (n: number, noun: string) => (n === 0 ? `no ${noun}s` : countOf(n, noun))
  const words = `${count(teams, 'team')}, ${count(judges, 'judge')}`
  const line = words.charAt(0).toUpperCase() + words.slice(1)
  return judgesHere > 0 ? `${line} (${judgesHere} here now)` : line
}
