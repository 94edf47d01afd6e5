import { connect, createServer, type Server, type Socket } from 'node:net'

/** A server's address that can be cut off and mended, as a cable can. */
export async function makeProxy(target: string): Promise<{ url: string; cut(): Promise<void>; mend(): Promise<void> }> {
  const to = new URL(target)
  const sockets = new Set<Socket>()
  let server: Server | undefined
  let port = 0

  async function mend(): Promise<void> {
    server = createServer((client) => {
      const upstream = connect(Number(to.port), to.hostname)
      for (const socket of [client, upstream]) {
        sockets.add(socket)
        socket.on('error', () => {})
        socket.on('close', () => {
          sockets.delete(socket)
          client.destroy()
          upstream.destroy()
        })
      }
      client.pipe(upstream).pipe(client)
    })
    await new Promise<void>((resolve) => server!.listen(port, '127.0.0.1', resolve))
    port = (server.address() as { port: number }).port
  }

  async function cut(): Promise<void> {
    const closed = new Promise((resolve) => server!.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }

  await mend()
  const url = new URL(target)
  url.port = String(port)
  return { url: url.href, cut, mend }
}
