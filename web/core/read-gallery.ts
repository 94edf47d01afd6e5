import { listShownAwards } from '../../api/rules/result/shown-awards.ts'
import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { Award } from '../../api/schema/result.ts'
import type { Role } from '../../api/schema/session.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { api, ask } from './api.ts'
import { readEventAndLineUp } from './read-event.ts'

export type GalleryContent = {
  event: Event
  entries: Entry[]
  /** Those that the room has seen. */
  awards: Award[]
  /** Whose keys of this event this browser has. */
  roles: Set<Role>
}

export async function readGallery(slug: string): Promise<GalleryContent> {
  const [{ event, entries }, stage, roles] = await Promise.all([
    readEventAndLineUp(slug),
    ask<StageSnapshot>(api.events[':slug'].stage.$get({ param: { slug } })),
    readRoles(slug),
  ])
  return { event, entries, awards: listShownAwards(stage.reveal.shown), roles }
}

/** Empty when the session cannot be read: the page then shows what everyone sees. */
async function readRoles(slug: string): Promise<Set<Role>> {
  const { doors } = await ask(api.session.$get()).catch(() => ({ doors: [] }))
  return new Set(doors.filter(({ role, eventSlug }) => role === 'owner' || eventSlug === slug).map(({ role }) => role))
}
