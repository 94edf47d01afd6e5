import type { ClientResponse, hc } from 'hono/client'
import type { App } from '../../api/app.ts'
import type { JudgeName } from '../../api/schema/judge.ts'
import type { Cost } from '../../api/schema/judging/cost.ts'

/** Longest wait for an answer: on a dead Wi-Fi a request would otherwise hang for minutes. */
const usualLimitMs = 15_000

/** Extra time for a request body, at 50 kB a second: an archive is large. */
const msPerByte = 0.02

/** Aborts after `limitMs` plus the time its body needs. A PUT outlives its page, so that a last tap still arrives. */
export function fetchWithin(
  input: RequestInfo | URL,
  init: RequestInit = {},
  limitMs = usualLimitMs,
): Promise<Response> {
  const stop = new AbortController()
  const body = init.body as { size?: number; length?: number } | null | undefined
  setTimeout(() => stop.abort(), limitMs + (body?.size ?? body?.length ?? 0) * msPerByte)
  // Older phones have no AbortSignal.any.
  init.signal?.addEventListener('abort', () => stop.abort())
  const keepalive = init.method === 'PUT'
  return fetch(input, { ...init, keepalive, signal: stop.signal })
}

type Args = { param?: Record<string, string>; query?: Record<string, string>; json?: unknown }
type RequestOptions = { headers?: Record<string, string>; init?: RequestInit }

function createRoute(path: string, keyHeader: Record<string, string>): unknown {
  return new Proxy(
    {},
    {
      get(_, name: string) {
        if (!name.startsWith('$')) return createRoute(`${path}/${name}`, keyHeader)
        return ({ param = {}, query, json }: Args = {}, { headers, init }: RequestOptions = {}) => {
          const address = path.replace(/\/:(\w+)/g, (_part, key) => `/${encodeURIComponent(param[key] ?? '')}`)
          return fetchWithin(query ? `${address}?${new URLSearchParams(query)}` : address, {
            method: name.slice(1).toUpperCase(),
            headers: { ...keyHeader, ...headers, ...(json !== undefined && { 'content-type': 'application/json' }) },
            body: json === undefined ? undefined : JSON.stringify(json),
            ...init,
          })
        }
      },
    },
  )
}

/**
 * Every route of a server, typed as hono's own client types it. `key`: for programs, which have no cookie. Hono's client weighs 2 kB
 * more, most of it for sockets, forms and cookies: too much for a judge's phone.
 */
export const createApi = (url: string, key?: string) =>
  createRoute(`${url}/api`, key ? { authorization: `Bearer ${key}` } : {}) as ReturnType<typeof hc<App>>['api']

export type Api = ReturnType<typeof createApi>

export const api = createApi('')

/** The server refused, or could not be reached (`code` is then `offline`). `title` is fit to show. */
export class Problem extends Error {
  // `declare` leaves the fields to the constructor: older browsers would need a helper of 1 kB to define them.
  declare readonly code: string
  declare readonly title: string
  declare readonly detail: string | undefined
  declare readonly fields: { pointer: string; title: string }[]
  declare readonly status: number
  declare readonly cost: Cost | undefined
  declare readonly candidates: JudgeName[]
  constructor(
    code: string,
    title: string,
    status: number,
    detail?: string,
    fields: Problem['fields'] = [],
    cost?: Cost,
    candidates: JudgeName[] = [],
  ) {
    super(title)
    this.cost = cost
    this.candidates = candidates
    this.code = code
    this.title = title
    this.status = status
    this.detail = detail
    this.fields = fields
  }
}

/** Throws every failure that is no `Problem`. */
export function asProblem(failure: unknown): Problem {
  if (failure instanceof Problem) return failure
  throw failure
}

export async function ask<T>(answer: Promise<ClientResponse<T>>): Promise<T> {
  const offline = () => {
    throw new Problem('offline', 'The server cannot be reached. Check the connection', 0)
  }
  const response = await answer.catch(offline)
  if (response.ok) return (response.status === 204 ? undefined : await response.json().catch(offline)) as T
  const body = await (response.json() as Promise<Record<string, unknown>>).catch(() => ({}) as Record<string, unknown>)
  const code = String(body.type ?? '').replace('/problems/', '') || 'unknown'
  const title = String(body.title ?? 'Something went wrong on the server. Try again in a moment')
  const { detail, fields, cost, candidates } = body as Partial<Problem>
  throw new Problem(code, title, response.status, detail, fields, cost, candidates)
}
