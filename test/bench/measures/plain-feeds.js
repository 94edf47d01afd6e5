import { createServer } from 'node:http'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'

// The yardsticks for the feed, with nothing behind them: no database, no rules. `stream-sse` is the way of Hono's guide, `bare` is
// one Buffer written to the responses of node:http. What is posted goes to everyone who listens.

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

function bare() {
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
      const bytes = Buffer.from(`event: stage\ndata: ${data}\n\n`)
      for (const screen of listening) screen.write(bytes)
      response.writeHead(204).end()
    })
  })
  server.listen(0, '127.0.0.1', () => said(server.address().port))
}

if (process.argv[2] === 'bare') bare()
else streamSse()
