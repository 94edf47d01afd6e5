import { connect, createServer, type Server, type Socket } from 'node:net'
import { createRandom, type Random } from '../../api/rehearsal/random.ts'

export type Line = {
  upMs: number
  downMs: number
  /** The share of pieces, 0 to 1, that get lost and are sent again by TCP, which holds back all that follows. */
  loss: number
  /** Nothing arrives and nothing is closed, as on a dead Wi-Fi. Sent data arrive when it is over. */
  dead: boolean
}

export type PlainProxy = {
  url: string
  line: Line
  connections(): number
  /** Present connections stay dead without being closed, new ones work: a server that moved unnoticed. */
  strand(): void
  cut(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

/** What TCP waits before it resends a lost piece; doubled each time it is lost. */
const resendMs = 200
const mostHeldBytes = 256 * 1024

const usual: Line = { upMs: 0, downMs: 0, loss: 0, dead: false }

/** `targets` is called for every connection, so that servers may come and go. */
export async function openProxy(targets: () => string[], line: Partial<Line> = {}, seed = 1): Promise<PlainProxy> {
  const url = new URL(targets()[0] ?? 'http://127.0.0.1')
  const sockets = new Set<Socket>()
  const random = createRandom(seed, 'line')
  let turn = 0
  let port = 0
  let server: Server | undefined

  function track(socket: Socket): Socket {
    sockets.add(socket)
    return socket.on('close', () => sockets.delete(socket)).on('error', () => {})
  }

  function join(client: Socket): void {
    // Taken at once: a connection that `connections` counts keeps its line when `strand` replaces that of later ones.
    const { line } = proxy
    const order = targets()
    turn += 1
    const next = (tried: number): void => {
      const target = order[(turn + tried) % order.length]
      if (tried >= order.length || target === undefined || client.destroyed) return void client.destroy()
      const { hostname, port } = new URL(target)
      const upstream = track(connect(Number(port), hostname))
      upstream.once('connect', () => {
        if (client.destroyed) return void upstream.destroy()
        upstream.off('error', onRefused)
        carry(client, upstream, line, 'upMs', random)
        carry(upstream, client, line, 'downMs', random)
      })
      const onRefused = () => next(tried + 1)
      upstream.once('error', onRefused)
    }
    next(0)
  }

  const proxy: PlainProxy = {
    url: '',
    line: { ...usual, ...line },
    connections: () => sockets.size / 2,
    async mend() {
      server = createServer((client) => join(track(client.pause())))
      await new Promise<void>((resolve) => server!.listen(port, '127.0.0.1', resolve))
      port = (server.address() as { port: number }).port
    },
    strand() {
      proxy.line.dead = true
      proxy.line = { ...proxy.line, dead: false }
    },
    async cut() {
      const closing = new Promise((resolve) => server!.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closing
    },
    async close() {
      if (server?.listening) await proxy.cut()
    },
  }
  await proxy.mend()
  url.hostname = '127.0.0.1'
  url.port = String(port)
  proxy.url = url.href.replace(/\/$/, '')
  return proxy
}

function carry(from: Socket, to: Socket, line: Line, way: 'upMs' | 'downMs', random: Random): void {
  const queue: { bytes: Buffer | undefined; dueAt: number }[] = []
  let heldBytes = 0
  let lastDueAt = 0
  let waking: NodeJS.Timeout | undefined

  function hold(bytes: Buffer | undefined): void {
    let lateMs = line[way]
    for (let wait = resendMs; bytes && random.chance(line.loss); wait *= 2) lateMs += wait
    lastDueAt = Math.max(lastDueAt, performance.now() + lateMs)
    queue.push({ bytes, dueAt: lastDueAt })
    heldBytes += bytes?.length ?? 0
    if (heldBytes > mostHeldBytes) from.pause()
    deliver()
  }

  function deliver(): void {
    clearTimeout(waking)
    while (!line.dead && queue[0] && queue[0].dueAt <= performance.now()) {
      const { bytes } = queue.shift()!
      if (!bytes) return void to.end()
      heldBytes -= bytes.length
      if (!to.write(bytes)) {
        from.pause()
        to.once('drain', () => from.resume())
      } else if (heldBytes <= mostHeldBytes) from.resume()
    }
    if (queue[0] && !to.destroyed)
      waking = setTimeout(deliver, line.dead ? 20 : Math.max(1, queue[0].dueAt - performance.now()))
  }

  from.on('data', hold)
  // Data sent before the end arrive before it; a broken connection breaks on both sides.
  from.on('close', (broken) => (broken ? to.destroy() : hold(undefined)))
  from.resume()
}
