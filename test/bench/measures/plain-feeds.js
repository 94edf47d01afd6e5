import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { createServer } from 'node:http'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'

// Yardsticks for the feed: no database, no rules. `stream-sse` uses streamSSE as in Hono's guide; `bare` writes one Buffer to the
// responses of node:http; `synced FILE` does that once it has synced a page to the file, the least that a durable cue costs. The body of
// a POST goes to every listener.

const listening = new Set()
const said = (port) => process.stdout.write(`port ${port}\n`)

function streamSse() {
  const app = new Hono()
  app.get('*', (c) =>
    streamSSE(c, async (stream) => {
      listening.add(stream)
      await stream.writeSSE({ event: 'stage', data: '{}' })
      await new Promise((resolve) => stream.onAbort(resolve))
      listening.delete(stream)
    }),
  )
  app.post('*', async (c) => {
    const data = await c.req.text()
    await Promise.all([...listening].map((stream) => stream.writeSSE({ event: 'stage', data })))
    return c.body(null, 204)
  })
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => said(port))
}

const pageBytes = 8192

/** Writes one page to the file and waits until it is on disk. */
function pageWriter(path) {
  const file = openSync(path, 'w')
  process.once('exit', () => closeSync(file))
  const page = Buffer.alloc(pageBytes, 1)
  return () => {
    writeSync(file, page, 0, pageBytes, 0)
    fdatasyncSync(file)
  }
}

function bare(beforeSending = () => {}) {
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('event: stage\ndata: {}\n\n')
      listening.add(response)
      response.on('close', () => listening.delete(response))
      return
    }
    let data = ''
    request.setEncoding('utf8')
    request.on('data', (chunk) => {
      data += chunk
    })
    request.on('end', () => {
      beforeSending()
      const bytes = Buffer.from(`event: stage\ndata: ${data}\n\n`)
      for (const screen of listening) screen.write(bytes)
      response.writeHead(200, { 'content-length': 0 }).end()
    })
  })
  server.listen(0, '127.0.0.1', () => said(server.address().port))
}

const [kind, file] = process.argv.slice(2)
if (kind === 'bare') bare()
else if (kind === 'synced') bare(pageWriter(file))
else streamSse()
