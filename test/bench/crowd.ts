import { connect, type Socket } from 'node:net'

/** Many screens in one process, each a bare socket without a parser, so that the bench measures the server. */
export type Crowd = {
  /** When each screen received a chunk with `mark`, by `performance.now()`. Call it before the press. */
  allHave(mark: string): Promise<number[]>
  close(): void
}

const atOnce = 200

export async function openCrowd(address: string, path: string, count: number): Promise<Crowd> {
  const { hostname, port } = new URL(address)
  const request = `GET ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\naccept: text/event-stream\r\n\r\n`
  const sockets: Socket[] = []
  let hear: (screen: number, chunk: Buffer) => void = () => {}
  let lost = (_: Error) => {}

  function open(screen: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname)
      sockets[screen] = socket
      socket.write(request)
      socket.once('error', reject)
      socket.on('close', () => lost(new Error(`Screen ${screen} was let go`)))
      let first = true
      socket.on('data', (chunk) => {
        if (first && chunk.includes('event: stage')) {
          first = false
          resolve()
        }
        hear(screen, chunk)
      })
    })
  }

  for (let from = 0; from < count; from += atOnce)
    await Promise.all(Array.from({ length: Math.min(atOnce, count - from) }, (_, n) => open(from + n)))

  return {
    allHave: (mark) =>
      new Promise((resolve, reject) => {
        const markBytes = Buffer.from(mark)
        const at = new Array<number>(count).fill(0)
        let missing = count
        const timeout = setTimeout(
          () => reject(new Error(`${missing} of ${count} screens were not told in 20 s`)),
          20_000,
        )
        lost = reject
        hear = (screen, chunk) => {
          if (at[screen] !== 0 || !chunk.includes(markBytes)) return
          at[screen] = performance.now()
          missing -= 1
          if (missing > 0) return
          clearTimeout(timeout)
          hear = () => {}
          lost = () => {}
          resolve(at)
        }
      }),
    close() {
      lost = () => {}
      for (const socket of sockets) socket.destroy()
    },
  }
}
