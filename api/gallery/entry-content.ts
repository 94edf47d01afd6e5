import { html } from 'hono/html'
import { awardsOf } from '../rules/result/shown-awards.ts'
import { awardName } from '../rules/words/award-name.ts'
import { tableWords } from '../rules/words/table-words.ts'
import type { Entry } from '../schema/entry.ts'
import type { Award } from '../schema/result.ts'
import type { Gallery, GalleryLinks } from './gallery.ts'

/** "Route finder. Routes that avoid steps" */
export const describeEntry = ({ title, summary }: Entry): string => [title, summary].filter(Boolean).join('. ')

export function entryContent({ event, awards }: Gallery, entry: Entry, links: GalleryLinks) {
  const picture = links.picture(entry)
  const slides = links.slides(entry)
  const won = awardsOf(awards, entry.id)
  return html`<header class="band">
      <div class="band-line" dir="auto">${links.gallery ? html`<a href="${links.gallery}">${event.name}</a>` : event.name}</div>
      <h1 dir="auto">${entry.team}</h1>
      <p dir="auto">${entry.title}</p>
    </header>
    <main class="sheet">
      ${won.length > 0 ? html`<ul class="awards" aria-label="Awards">${won.map(awardItem)}</ul>` : ''}
      ${picture ? html`<img src="${picture}" alt="What the team made, or the team" width="280" />` : ''}
      ${entry.table ? html`<p>${tableWords(entry)}</p>` : ''}
      ${entry.summary ? html`<p dir="auto">${entry.summary}</p>` : ''}
      ${entry.link ? html`<p><a href="${entry.link}" rel="noopener" dir="auto">${entry.link}</a></p>` : ''}
      ${slides.length > 0 ? html`<h2>Slides</h2><ol class="slides">${slides.map(slideItem)}</ol>` : ''}
      ${entry.members.length > 0 ? html`<h2>The team</h2><ul>${entry.members.map((member) => html`<li dir="auto">${member}</li>`)}</ul>` : ''}
      ${entry.organisations.length > 0 ? html`<p class="dim" dir="auto">${entry.organisations.join(' · ')}</p>` : ''}
      ${links.gallery ? html`<p><a href="${links.gallery}">All teams</a></p>` : ''}
    </main>`
}

const slideItem = (address: string, at: number) =>
  html`<li><a href="${address}"><img src="${address}" alt="Page ${at + 1}" loading="lazy" width="280" /></a></li>`

const awardItem = (award: Award) =>
  html`<li><strong dir="auto">${awardName(award)}</strong>${award.citation ? html`<br /><span dir="auto">${award.citation}</span>` : ''}</li>`
