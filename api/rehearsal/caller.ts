import type { ClientResponse } from 'hono/client'
import { type Api, ask, createApi, fetchWithin, Problem } from '../../web/core/api.ts'

type Body = Record<string, unknown>

/** A client of the public API with one key, or without a key. Every failed call rejects with a Problem. */
export type Caller = {
  url: string
  key: string | undefined
  api: Api
  get<T>(path: string): Promise<T>
  getText(path: string): Promise<string>
  post<T>(path: string, body?: Body): Promise<T>
  patch<T>(path: string, body: Body): Promise<T>
  put<T>(path: string, body: Body): Promise<T>
}

/** Whether the server refused the call; false when it was unreachable. */
export const isRefusal = (failure: unknown): failure is Problem => failure instanceof Problem && failure.status > 0

export function createCaller(url: string, key?: string): Caller {
  const keyHeader: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` }

  const request = (method: string, path: string, body?: Body) =>
    fetchWithin(`${url}/api${path}`, {
      method,
      headers: body === undefined ? keyHeader : { ...keyHeader, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  const call = <T>(method: string, path: string, body?: Body) =>
    ask<T>(request(method, path, body) as Promise<ClientResponse<T>>)

  return {
    ...{ url, key, api: createApi(url, key) },
    get: (path) => call('GET', path),
    async getText(path) {
      const response = await request('GET', path)
      return response.ok ? response.text() : ask<string>(Promise.resolve(response as ClientResponse<string>))
    },
    post: (path, body) => call('POST', path, body),
    patch: (path, body) => call('PATCH', path, body),
    put: (path, body) => call('PUT', path, body),
  }
}
