export type Answer<Body = any> = { status: number; body: Body; headers: Headers; text: string }
export type Call = <Body = any>(method: string, path: string, body?: unknown, key?: string) => Promise<Answer<Body>>

export const owner = 'the-owner-of-this-test-installation'

type Send = (path: string, init: RequestInit) => Response | Promise<Response>

export function makeCall(send: Send): Call {
  return async (method, path, body, key) => {
    const response = await send(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await response.text()
    const isJson = text !== '' && response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers, text }
  }
}

/** Calls a server over the network; rejects when no whole answer came within `limitMs`. */
export function callAt(address: string, limitMs = 60_000): Call {
  return (...request) => {
    const stop = new AbortController()
    let timer: NodeJS.Timeout | undefined
    // Not left to the signal alone: Node's fetch may wait for ever when it is stopped in the middle of an answer (nodejs/node#56917).
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`No answer within ${limitMs} ms`))
        stop.abort()
      }, limitMs)
    })
    const call = makeCall((path, init) => fetch(address + path, { ...init, signal: stop.signal }))
    return Promise.race([call(...request), timeout]).finally(() => clearTimeout(timer))
  }
}
