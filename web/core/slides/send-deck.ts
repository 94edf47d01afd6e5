import type { ClientResponse } from 'hono/client'
import type { Slides } from '../../../api/schema/entry.ts'
import { ask, Problem } from '../api.ts'
import { otherDeckSent } from './slide-problems.ts'

/** A new deck on its way. It goes on from `sent` when it is sent again. */
export type DeckUpload = { deck: string; pages: Blob[]; sent: number }

const retryAfterMs = [1000, 3000, 8000]

export function createUpload(pages: Blob[]): DeckUpload {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return { deck: [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''), pages, sent: 0 }
}

/** Sends the pages that are left. The deck before stays the current one until the last has come. */
export async function sendDeck(
  address: string,
  upload: DeckUpload,
  onSent: (sent: number) => void,
  signal: AbortSignal,
): Promise<Slides> {
  const { deck, pages } = upload
  let current: Slides = { pages: 0, version: '' }
  while (upload.sent < pages.length) {
    const path = `${address}/${upload.sent + 1}?deck=${deck}&of=${pages.length}`
    current = await sendPage(path, pages[upload.sent]!, signal)
    upload.sent += 1
    onSent(upload.sent)
  }
  if (current.version !== deck) {
    // The server puts one new deck aside at a time, so pages of this one are gone.
    upload.sent = 0
    throw otherDeckSent()
  }
  return current
}

async function sendPage(path: string, body: Blob, signal: AbortSignal): Promise<Slides> {
  for (const waitMs of [...retryAfterMs, undefined]) {
    try {
      const answer = await ask(
        fetch(path, { method: 'PUT', body, signal }) as Promise<ClientResponse<{ slides: Slides }>>,
      )
      return answer.slides
    } catch (failure) {
      signal.throwIfAborted()
      const { status } = failure as Problem
      const passes = failure instanceof Problem && (status === 0 || status === 429 || status >= 500)
      if (!passes || waitMs === undefined) throw failure
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
  throw new Problem('offline', 'The server cannot be reached. Check the connection', 0)
}

export async function deleteSlides(address: string): Promise<void> {
  await ask(fetch(address, { method: 'DELETE' }) as Promise<ClientResponse<object>>)
}
