import type { ClientResponse } from 'hono/client'
import { ask } from '../api.ts'

/** Bytes go as they are, so the typed client is left aside. Without a picture: takes the one that is there away. */
export async function sendPicture(slug: string, entryId: string | null, picture: Blob | undefined): Promise<void> {
  const owner = entryId === null ? '' : `/entries/${encodeURIComponent(entryId)}`
  const address = `/api/events/${encodeURIComponent(slug)}${owner}/picture`
  const init: RequestInit = picture ? { method: 'PUT', body: picture } : { method: 'DELETE' }
  await ask(fetch(address, init) as Promise<ClientResponse<object>>)
}
