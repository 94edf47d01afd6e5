import type { StreamListener, UpdateStream } from './feed-transport.ts'

export type Update = { name: string; data: string }

export function createEventParser(onUpdate: (update: Update) => void): (text: string) => void {
  let rest = ''
  let name = ''
  let data: string[] = []

  function readLine(line: string): void {
    if (line === '') {
      if (data.length > 0) onUpdate({ name: name || 'message', data: data.join('\n') })
      name = ''
      data = []
    } else if (line.startsWith('event:')) name = line.slice(6).trim()
    else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''))
  }

  return (text) => {
    const lines = (rest + text).split(/\r?\n/)
    rest = lines.pop() ?? ''
    for (const line of lines) readLine(line)
  }
}

export async function readEvents(body: ReadableStream<Uint8Array>, onUpdate: (update: Update) => void): Promise<void> {
  const parse = createEventParser(onUpdate)
  const decoder = new TextDecoder()
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    parse(decoder.decode(value, { stream: true }))
  }
}

export function openFetchStream(address: string, key: string | undefined, listener: StreamListener): UpdateStream {
  const stop = new AbortController()
  let connecting = true

  async function follow() {
    let refused = false
    try {
      const headers = { accept: 'text/event-stream', ...(key ? { authorization: `Bearer ${key}` } : {}) }
      const { ok, body } = await fetch(address, { headers, signal: stop.signal })
      connecting = false
      refused = !ok
      if (ok && body) await readEvents(body, ({ name, data }) => listener.onUpdate(name, data))
    } catch {}
    if (!stop.signal.aborted) listener.onEnd(refused)
  }

  follow()
  return { isConnecting: () => connecting, close: () => stop.abort() }
}
