import { connect, createServer, type Socket } from 'node:net'

/** The line between one phone and the server, which a test can cut: no browser has to know how to pretend. */
export type Line = { address: string; cut(): void; mend(): void; close(): Promise<void> }

export async function layLine(serverAddress: string): Promise<Line> {
  const { hostname, port } = new URL(serverAddress)
  const open = new Set<Socket>()
  let whole = true
  const line = createServer((phone) => {
    if (!whole) return void phone.destroy()
    const server = connect(Number(port), hostname)
    for (const [end, other] of [
      [phone, server],
      [server, phone],
    ] as const) {
      open.add(end)
      end.on('error', () => other.destroy())
      end.on('close', () => {
        open.delete(end)
        other.destroy()
      })
      end.pipe(other)
    }
  })
  await new Promise<void>((listening) => line.listen(0, '127.0.0.1', listening))
  const hangUp = () => {
    for (const end of open) end.destroy()
  }
  return {
    address: `http://127.0.0.1:${(line.address() as { port: number }).port}`,
    cut() {
      whole = false
      hangUp()
    },
    mend() {
      whole = true
    },
    async close() {
      whole = false
      hangUp()
      await new Promise((closed) => line.close(closed))
    },
  }
}
