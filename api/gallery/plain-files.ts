import { html } from 'hono/html'
import { rehearsalMark } from '../http/rehearsal-mark.ts'
import { galleryWords, listGalleryEntries } from '../rules/event/gallery.ts'
import type { MediaType } from '../rules/pictures/picture.ts'
import type { Entry } from '../schema/entry.ts'
import { describeEntry, entryContent } from './entry-content.ts'
import type { Gallery, GalleryLinks } from './gallery.ts'
import { galleryContent } from './gallery-content.ts'
import { plainStyle } from './plain-style.ts'

export type PlainFile = { path: string; content: Uint8Array | string }
type Picture = { mediaType: MediaType; bytes: Uint8Array }
export type LoadPictures = {
  picture(entry: Entry): Promise<Picture | undefined>
  slide(entry: Entry, page: number): Promise<Picture | undefined>
}

const extensions: Record<MediaType, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' }

/**
 * The gallery as files for any web server, or for a browser that opens them from a disk: no script, and no address but the teams' own
 * links. Names of files come from the entries' codes, which never change. Pictures and slides come first, one at a time: the pages after them show
 * only those that could be loaded.
 */
export async function* plainFiles(gallery: Gallery, load: LoadPictures): AsyncGenerator<PlainFile> {
  const entries = listGalleryEntries(gallery.entries)
  const pictures = new Map<string, string>()
  for (const entry of entries) {
    const picture = entry.picture === null ? undefined : await load.picture(entry)
    if (!picture) continue
    const path = `pictures/${entry.code.toLowerCase()}.${extensions[picture.mediaType]}`
    pictures.set(entry.id, path)
    yield { path, content: picture.bytes }
  }
  const slides = new Map<string, string[]>()
  for (const entry of entries)
    for (let page = 1; page <= (entry.slides?.pages ?? 0); page += 1) {
      const picture = await load.slide(entry, page)
      if (!picture) continue
      const number = String(page).padStart(2, '0')
      const path = `slides/${entry.code.toLowerCase()}-${number}.${extensions[picture.mediaType]}`
      slides.set(entry.id, [...(slides.get(entry.id) ?? []), path])
      yield { path, content: picture.bytes }
    }
  const pageOf = (entry: Entry) => `entry-${entry.code.toLowerCase()}.html`
  const links: GalleryLinks = {
    ...{ gallery: 'index.html', entry: pageOf, picture: ({ id }) => pictures.get(id) },
    slides: ({ id }) => slides.get(id) ?? [],
  }
  const { event } = gallery
  const mark = event.rehearsal ? rehearsalMark : undefined
  yield { path: 'style.css', content: plainStyle }
  const index = { title: event.name, description: galleryWords(event, gallery.entries), mark }
  yield { path: 'index.html', content: await plainPage(index, galleryContent(gallery, links)) }
  for (const entry of entries) {
    const words = { title: `${entry.team} · ${event.name}`, description: describeEntry(entry), mark }
    yield { path: pageOf(entry), content: await plainPage(words, entryContent(gallery, entry, links)) }
  }
}

type Words = { title: string; description: string; mark: string | undefined }

async function plainPage({ title, description, mark }: Words, content: ReturnType<typeof html>): Promise<string> {
  const page = await html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <title>${title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="description" content="${description}">
    <link rel="stylesheet" href="style.css">
  </head>
  <body>
    ${mark ? html`<p class="mark" role="note">${mark}</p>` : ''}
    ${content}
  </body>
</html>
`
  return String(page)
}
