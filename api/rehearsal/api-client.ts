import type { ClientResponse } from 'hono/client'
import { type Api, ask, createApi, Problem } from '../../web/core/api.ts'

export type ApiClient = { url: string; key: string | undefined; api: Api }

export const createApiClient = (url: string, key?: string): ApiClient => ({ url, key, api: createApi(url, key) })

export const isRefusal = (failure: unknown): failure is Problem => failure instanceof Problem && failure.status > 0

export async function askText(answer: Promise<ClientResponse<unknown>>): Promise<string> {
  const response = await answer
  return response.ok ? response.text() : ask<string>(Promise.resolve(response as ClientResponse<string>))
}
