import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What every screen of a rehearsal says. It is put into the page itself, so that no page can forget it. */
export const rehearsalMark = 'Rehearsal: nothing counts'

export async function markedPage(builtPages: string, page: string): Promise<string> {
  const [html, assets] = await Promise.all([
    readFile(join(builtPages, page), 'utf8'),
    readdir(join(builtPages, 'assets')),
  ])
  const style = assets.find((name) => /^rehearsal-[^.]+\.css$/.test(name))
  return html
    .replace('</head>', `<link rel="stylesheet" href="/assets/${style}"></head>`)
    .replace(
      '<div id="page">',
      `<p class="rehearsal-mark" role="note"><span>${rehearsalMark}</span></p><div id="page">`,
    )
}
