import type { LineUp } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import { api, ask } from './api.ts'
import { setEventZone } from './event-zone.ts'

export async function readEventAndLineUp(slug: string) {
  const param = { slug }
  const [{ event }, lineUp]: [{ event: Event }, LineUp] = await Promise.all([
    ask(api.events[':slug'].$get({ param })),
    ask(api.events[':slug']['line-up'].$get({ param })),
  ])
  setEventZone(event.timeZone)
  return { event, entries: lineUp.entries, lineUpVersion: lineUp.version }
}
