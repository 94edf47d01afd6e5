import type { AppContext } from '../context.ts'
import { publicEvent } from '../http/public-event.ts'
import { toEntry } from '../rules/event/entry.ts'
import { listShownAwards } from '../rules/result/shown-awards.ts'
import type { Entry } from '../schema/entry.ts'
import type { Event } from '../schema/event.ts'
import type { Award } from '../schema/result.ts'
import { getLineUp } from '../store/events.ts'
import { findFixedResult } from '../store/results.ts'

/** Everything that anyone may read about an event's entries at this moment. */
export type Gallery = { event: Event; entries: Entry[]; awards: Award[] }

/** Where links and pictures lead: addresses of the server, or files beside the page. */
export type GalleryLinks = {
  /** Undefined while the gallery is not public. */
  gallery: string | undefined
  entry: (entry: Entry) => string
  picture: (entry: Entry) => string | undefined
  /** The pages of its slides, in order. */
  slides: (entry: Entry) => string[]
}

export async function readGallery(context: Pick<AppContext, 'db' | 'address'>, slug: string): Promise<Gallery> {
  const { event, entries } = await getLineUp(context.db.sql, slug)
  const { step } = event.show.reveal
  const steps = step === 0 ? [] : ((await findFixedResult(context.db.sql, event.id))?.steps ?? [])
  return {
    event: publicEvent(context, event),
    entries: entries.map((entry) => toEntry(event, entry)),
    awards: listShownAwards(steps.slice(0, step)),
  }
}
