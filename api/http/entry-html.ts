import { html } from 'hono/html'
import type { Entry } from '../schema/entry.ts'
import type { Event } from '../schema/event.ts'

/**
 * The entry's page with its words in it, for readers without JavaScript and for programs that show a link with a description and a picture.
 * The script replaces the content of `#page`.
 */
export async function entryHtml(shell: string, event: Event, entry: Entry): Promise<string> {
  const title = `${entry.team} · ${event.name}`
  const description = [entry.title, entry.summary].filter(Boolean).join('. ')
  const picture = entry.picture && new URL(entry.picture, event.joinUrl).href
  const head = html`<title>${title}</title>
    <meta name="description" content="${description}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    ${picture ? html`<meta property="og:image" content="${picture}" />` : ''}`
  const page = html`<header class="band"><p>${event.name}</p><h1 dir="auto">${entry.team}</h1><p dir="auto">${entry.title}</p></header>
    <main class="sheet">
      ${picture ? html`<img src="${picture}" alt="What the team made, or the team" width="280" />` : ''}
      <p dir="auto">${entry.summary}</p>
      ${entry.link ? html`<p><a href="${entry.link}" rel="noopener" dir="auto">${entry.link}</a></p>` : ''}
      <p dir="auto">${entry.members.join(', ')}</p>
      <p dir="auto">${entry.organisations.join(' · ')}</p>
    </main>`
  const [headText, pageText] = await Promise.all([head, page])
  return shell
    .replace(/<title>.*?<\/title>/, () => String(headText))
    .replace(/<div id="page">.*?<\/div>/s, () => `<div id="page">${pageText}</div>`)
    .replace(/<noscript>.*?<\/noscript>/s, '')
}
