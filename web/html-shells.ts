import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'
import { type Page, pages } from '../api/rules/pages.ts'

export const entryPrefix = '/page-entry/'

export function htmlShells(root: string): Plugin {
  const pageOf = (name: string): Page | undefined => pages[name as keyof typeof pages]
  const isShell = (id: string) => id.endsWith('.html') && pageOf(basename(id, '.html')) !== undefined
  // A data URL saves a request. PNG, because Chromium parses an SVG icon as a document on the main thread: 0.1 s on a slow phone.
  const icon = `data:image/png;base64,${readFileSync(join(root, 'web/ui/icon.png')).toString('base64')}`
  return {
    name: 'html-shells',
    resolveId(id) {
      if (id.startsWith(entryPrefix)) return id
      return isShell(id) ? id : undefined
    },
    load(id) {
      if (id.startsWith(entryPrefix)) {
        const page = pageOf(basename(id, '.js'))
        return page && entryScript(page)
      }
      return isShell(id) ? shell(basename(id, '.html'), pageOf(basename(id, '.html'))!, icon) : undefined
    },
  }
}

export const shellInputs = (root: string) =>
  Object.fromEntries(Object.keys(pages).map((name) => [name, join(root, `${name}.html`)]))

function entryScript({ component }: Page): string {
  const name = basename(component, '.tsx')
  return `import { render } from 'solid-js/web'
import { ${name} } from '/${component}'
const root = document.getElementById('page')
root.textContent = ''
render(${name}, root)
`
}

function shell(name: string, page: Page, icon: string): string {
  const viewport = `width=device-width, initial-scale=1${page.alwaysDark ? '' : ', viewport-fit=cover'}`
  return `<!doctype html>
<html lang="en-GB"${page.alwaysDark ? ' class="always-dark"' : ''}>
  <head>
    <meta charset="utf-8" />
    <title>${page.title}</title>
    <meta name="viewport" content="${viewport}" />
    <meta name="theme-color" content="#12131a" />
    <link rel="icon" href="${icon}" />
    <script type="module" src="${entryPrefix}${name}.js"></script>
  </head>
  <body>
    <div id="page">${page.placeholder ?? ''}</div>
    <noscript>This page needs JavaScript to be switched on.</noscript>
  </body>
</html>
`
}
