/** The server said no: `code` as in `/problems/<code>`. */
export class Refused extends Error {
  readonly code: string
  readonly status: number
  constructor(code: string, status: number, title: string) {
    super(title)
    this.code = code
    this.status = status
  }
}

type Body = Record<string, unknown>

/** One who asks the public API, with one key or with nobody's. */
export type Caller = {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body?: Body): Promise<T>
  patch<T>(path: string, body: Body): Promise<T>
  put<T>(path: string, body: Body, signal?: AbortSignal): Promise<T>
  /** Where a feed for this key is heard. */
  feed(path: string, signal: AbortSignal): Promise<Response>
}

const limitMs = 15_000

export function makeCaller(url: string, key?: string): Caller {
  const who: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` }

  async function call<T>(method: string, path: string, body?: Body, signal?: AbortSignal): Promise<T> {
    const stop = new AbortController()
    const late = setTimeout(() => stop.abort(new Error(`${path} was not answered within ${limitMs} ms`)), limitMs)
    signal?.addEventListener('abort', () => stop.abort(signal.reason), { once: true })
    const answer = fetch(`${url}/api${path}`, {
      method,
      headers: body === undefined ? who : { ...who, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: stop.signal,
    }).then((response) => read<T>(response, `${method} ${path}`))
    return Promise.race([answer, stopped(stop.signal)]).finally(() => clearTimeout(late))
  }

  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    patch: (path, body) => call('PATCH', path, body),
    put: (path, body, signal) => call('PUT', path, body, signal),
    feed: (path, signal) => fetch(`${url}/api${path}`, { headers: { ...who, accept: 'text/event-stream' }, signal }),
  }
}

async function read<T>(response: Response, what: string): Promise<T> {
  const text = await response.text()
  const body = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
  if (response.ok) return body as T
  const code = String(body.type ?? 'unknown').replace('/problems/', '')
  throw new Refused(code, response.status, String(body.title ?? `${what} gave ${response.status}`))
}

/** Node's fetch may wait for ever when it is stopped between the head of an answer and its body. */
function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
}
