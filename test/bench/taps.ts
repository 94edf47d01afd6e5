import { connect, type Socket } from 'node:net'
import type { openShow } from './show.ts'

type Phone = (n: number) => { path: string; key: string; body: object }

/** The server limits each judge to a human pace, so phones that never pause take turns with this many keys. */
export const judgesFor = (phones: number) => Math.max(2 * phones, 400)

export function judgesWhoTap(
  { path, entryIds, judgeKeys }: Awaited<ReturnType<typeof openShow>>,
  phones: number,
): Phone[] {
  const turns = Math.floor(judgeKeys.length / phones)
  return Array.from({ length: phones }, (_, phone) => (n) => {
    const judge = phone + phones * (n % turns)
    const key = judgeKeys[judge]!
    const value = 1 + ((phone + n) % 5)
    const scores = { problem: value, adoption: value, 'made-with': value, shown: value }
    return { path: `${path}/ballots/${entryIds[0]}`, key, body: { scores, editedAt: new Date().toISOString() } }
  })
}

/** How long each ballot takes to be acknowledged, in ms, on connections that tap without pause for `forMs`. A refusal ends it. */
export async function tapWithoutPause(address: string, phones: Phone[], forMs: number): Promise<number[]> {
  const { hostname, port } = new URL(address)
  const stopAt = performance.now() + forMs
  const samples: number[] = []
  await Promise.all(phones.map((next) => tap(connect({ host: hostname, port: Number(port), noDelay: true }), next)))
  return samples

  function tap(socket: Socket, next: Phone): Promise<void> {
    return new Promise((resolve, reject) => {
      let n = 0
      let sentAt = 0
      let text = ''
      const send = () => {
        const { path, key, body } = next(n++)
        const request = requestText('PUT', `${hostname}:${port}`, path, body, key)
        sentAt = performance.now()
        socket.write(request)
      }
      socket.setEncoding('latin1')
      socket.once('error', reject)
      socket.once('close', () => reject(new Error('The server hung up')))
      socket.on('data', (chunk) => {
        text += chunk
        if (!isWhole(text)) return
        const now = performance.now()
        if (!text.startsWith('HTTP/1.1 200')) return reject(new Error(`A ballot was refused: ${text}`))
        text = ''
        samples.push(now - sentAt)
        if (now < stopAt) return send()
        socket.destroy()
        resolve()
      })
      send()
    })
  }
}

export function requestText(method: string, host: string, path: string, body: object, key: string): string {
  const json = JSON.stringify(body)
  const head = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${key}`
  return `${head}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(json)}\r\n\r\n${json}`
}

export function isWhole(answer: string): boolean {
  const headEnd = answer.indexOf('\r\n\r\n')
  if (headEnd < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(answer)?.[1]
  return length === undefined ? answer.endsWith('0\r\n\r\n') : answer.length >= headEnd + 4 + Number(length)
}
