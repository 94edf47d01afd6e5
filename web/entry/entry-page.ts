import type { Entry } from '../../api/schema/entry.ts'
import { type GalleryContent, readGallery } from '../core/read-gallery.ts'

export type EntryPageContent = GalleryContent & { entry: Entry }

export function entryIdOfPath(): string {
  return decodeURIComponent(location.pathname.split('/')[4] ?? '')
}

/** `entry` is undefined when the event has none of this id. */
export async function fetchEntryPage(
  slug: string,
  entryId: string,
): Promise<GalleryContent & { entry: Entry | undefined }> {
  const gallery = await readGallery(slug)
  return { ...gallery, entry: gallery.entries.find(({ id }) => id === entryId) }
}
