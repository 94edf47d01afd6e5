import type { Context } from 'hono'
import { html } from 'hono/html'
import { refusals } from '../rules/refusal.ts'

/** Whether a person in a browser opened a page's address, to whom JSON says nothing. */
export function isPageRequest(c: Context): boolean {
  return !c.req.path.startsWith('/api/') && (c.req.header('accept') ?? '').includes('text/html')
}

export function sendNotFoundPage(c: Context) {
  return c.html(
    html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Not found · Demo Hour</title>
  </head>
  <body>
    <main>
      <h1>${refusals['no-such-page'].title}</h1>
      <p>Check the address for typing errors, or <a href="/">enter your event’s code</a>.</p>
    </main>
  </body>
</html>`,
    404,
    { 'cache-control': 'no-store' },
  )
}
