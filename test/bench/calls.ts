import { Agent, request } from 'node:http'
import { createEventParser } from '../../web/core/feed/event-stream.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 512 })

export type Answer = { status: number; body: any }

/** Leaner than fetch, so that the bench measures the server and not its own client. */
export function call(address: string, method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const headers: Record<string, string | number> = {}
    if (text !== undefined) {
      headers['content-type'] = 'application/json'
      headers['content-length'] = Buffer.byteLength(text)
    }
    if (key !== undefined) headers.authorization = `Bearer ${key}`
    const outgoing = request(address + path, { method, headers, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const answer = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode ?? 0, body: answer.startsWith('{') ? JSON.parse(answer) : answer })
      })
      response.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(text)
  })
}

export type Screen = {
  updates: { at: number; name: string; data: any }[]
  bytes: () => number
  firstAt: Promise<number>
  ended: Promise<void>
  close(): void
}

export function openScreen(address: string, path: string, key?: string): Screen {
  const updates: Screen['updates'] = []
  let bytes = 0
  let first: (at: number) => void
  const firstAt = new Promise<number>((resolve) => {
    first = resolve
  })
  const outgoing = request(
    address + path,
    { agent: false, headers: key ? { authorization: `Bearer ${key}` } : {} },
    (response) => {
      response.setEncoding('utf8')
      response.on('error', () => {})
      let at = 0
      const parse = createEventParser(({ name, data }) => {
        updates.push(parseOnDemand(at, name, data))
        first(at)
      })
      response.on('data', (chunk: string) => {
        at = performance.now()
        bytes += Buffer.byteLength(chunk)
        parse(chunk)
      })
    },
  )
  outgoing.on('error', () => {})
  const ended = new Promise<void>((resolve) => outgoing.on('close', resolve))
  outgoing.end()
  return { updates, bytes: () => bytes, firstAt, ended, close: () => outgoing.destroy() }
}

/** Parsed on demand, so that two hundred screens in one process do not slow the measured one. */
function parseOnDemand(at: number, name: string, json: string): Screen['updates'][number] {
  let parsed: unknown
  return {
    at,
    name,
    get data() {
      parsed ??= JSON.parse(json)
      return parsed
    },
  }
}

export async function until(holds: () => boolean): Promise<void> {
  const limit = performance.now() + 10_000
  while (!holds()) {
    if (performance.now() > limit) throw new Error('Waited ten seconds in vain')
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}
