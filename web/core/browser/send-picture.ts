import type { ClientResponse } from 'hono/client'
import { ask } from '../api.ts'

export async function sendPicture(slug: string, entryId: string | null, picture: Blob | undefined): Promise<void> {
  const owner = entryId === null ? '' : `/entries/${encodeURIComponent(entryId)}`
  const address = `/api/events/${encodeURIComponent(slug)}${owner}/picture`
  const init: RequestInit = picture ? { method: 'PUT', body: picture } : { method: 'DELETE' }
  await ask(fetch(address, init) as Promise<ClientResponse<object>>)
}
