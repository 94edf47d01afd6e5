import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { html } from 'hono/html'
import type { AppContext } from '../context.ts'
import { markedPage } from '../http/rehearsal-mark.ts'
import { galleryWords, isGalleryPublic, listGalleryEntries } from '../rules/event/gallery.ts'
import { listSlideAddresses } from '../rules/pictures/slide-address.ts'
import { describeEntry, entryContent } from './entry-content.ts'
import { type Gallery, type GalleryLinks, readGallery } from './gallery.ts'
import { closedGalleryContent, galleryContent } from './gallery-content.ts'

type Words = {
  title: string
  description: string
  /** An address below the server's own. */
  picture?: string | null
  content: ReturnType<typeof html>
}

export type PageWithWords = 'entry' | 'showcase'

const readWords: Record<PageWithWords, (gallery: Gallery, entryId: string) => Words | undefined> = {
  entry(gallery, entryId) {
    const entry = gallery.entries.find(({ id }) => id === entryId)
    if (!entry) return undefined
    return {
      title: `${entry.team} · ${gallery.event.name}`,
      description: describeEntry(entry),
      picture: entry.picture,
      content: entryContent(gallery, entry, linksOf(gallery)),
    }
  },
  showcase(gallery) {
    const { event, entries } = gallery
    if (!isGalleryPublic(event))
      return { title: event.name, description: 'The gallery is not open', content: closedGalleryContent(gallery) }
    return {
      title: `All teams · ${event.name}`,
      description: galleryWords(event, entries),
      picture: event.picture ?? listGalleryEntries(entries).find(({ picture }) => picture)?.picture,
      content: galleryContent(gallery, linksOf(gallery)),
    }
  },
}

function linksOf({ event }: Gallery): GalleryLinks {
  return {
    gallery: isGalleryPublic(event) ? `/e/${event.slug}/showcase` : undefined,
    entry: ({ id }) => `/e/${event.slug}/entry/${id}`,
    picture: ({ picture }) => picture ?? undefined,
    slides: (entry) => listSlideAddresses(event.slug, entry),
  }
}

/**
 * The page with its words in it, for readers without JavaScript and for programs that show a link with a description and a picture. The
 * script replaces the content of `#page`. Undefined where the event or the entry does not exist.
 */
export async function pageWithWords(
  context: AppContext,
  builtPages: string,
  page: PageWithWords,
  { slug, id = '' }: { slug: string; id?: string },
): Promise<string | undefined> {
  const gallery = await readGallery(context, slug).catch(() => undefined)
  const words = gallery && readWords[page](gallery, id)
  if (!words) return undefined
  const { event } = gallery
  const file = `${page}.html`
  const shell = event.rehearsal ? await markedPage(builtPages, file) : await readFile(join(builtPages, file), 'utf8')
  return fillShell(shell, words, event.joinUrl)
}

async function fillShell(shell: string, { title, description, picture, content }: Words, address: string) {
  const head = await html`<title>${title}</title>
    <meta name="description" content="${description}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    ${picture ? html`<meta property="og:image" content="${new URL(picture, address).href}" />` : ''}`
  const page = await content
  return shell
    .replace(/<title>.*?<\/title>/, () => String(head))
    .replace(/<div id="page">.*?<\/div>/s, () => `<div id="page">${page}</div>`)
    .replace(/<noscript>.*?<\/noscript>/s, '')
}
