import { html } from 'hono/html'
import { galleryClosedWords, galleryWords, listGalleryEntries } from '../rules/event/gallery.ts'
import { awardsOf } from '../rules/result/shown-awards.ts'
import { awardName } from '../rules/words/award-name.ts'
import { tableWords } from '../rules/words/table-words.ts'
import type { Entry } from '../schema/entry.ts'
import type { Gallery, GalleryLinks } from './gallery.ts'

export function galleryContent(gallery: Gallery, links: GalleryLinks) {
  const entries = listGalleryEntries(gallery.entries)
  return html`<header class="band">
      <h1 dir="auto">${gallery.event.name}</h1>
      <p dir="auto">${galleryWords(gallery.event, entries)}</p>
    </header>
    <main class="sheet gallery">
      ${entries.length > 0 ? html`<ul class="cards">${entries.map((entry) => card(gallery, entry, links))}</ul>` : html`<p>The teams will be listed here.</p>`}
    </main>`
}

function card({ awards }: Gallery, entry: Entry, links: GalleryLinks) {
  const picture = links.picture(entry)
  const won = awardsOf(awards, entry.id)
  return html`<li class="card">
      <h2 dir="auto"><a href="${links.entry(entry)}">${entry.team}</a></h2>
      ${picture ? html`<img src="${picture}" alt="" loading="lazy" height="160" />` : ''}
      <p dir="auto"><strong>${entry.title}</strong></p>
      ${entry.summary ? html`<p dir="auto">${entry.summary}</p>` : ''}
      ${won.length > 0 ? html`<ul class="awards" aria-label="Awards">${won.map((award) => html`<li dir="auto">${awardName(award)}</li>`)}</ul>` : ''}
      ${entry.table ? html`<p class="dim">${tableWords(entry)}</p>` : ''}
    </li>`
}

/** What everyone sees while the gallery is not public. */
export function closedGalleryContent({ event }: Pick<Gallery, 'event'>) {
  return html`<header class="band"><p dir="auto">${event.name}</p><h1>The gallery is not open</h1></header>
    <main class="sheet">
      <p>${galleryClosedWords[event.galleryPublic]}</p>
      <p><a href="/e/${event.slug}">Follow the event</a></p>
    </main>`
}
