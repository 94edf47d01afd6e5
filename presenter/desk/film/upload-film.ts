import type { ClientResponse } from 'hono/client'
import type { FilmUpload } from '../../../api/schema/uploads/film.ts'
import { api, ask, Problem } from '../../../web/core/api.ts'

const retryMs = 2000
const partLimitMs = 60_000

type Progress = (share: number, waiting: boolean) => void

/**
 * Uploads a film part by part. Without a network it waits and goes on; an earlier upload of the same file that was cut off goes on where it
 * stopped. Throws a `Problem` when the server refuses, and an `AbortError` when `signal` aborts.
 */
export async function uploadFilm(
  slug: string,
  entryId: string,
  file: File,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const param = { slug, id: entryId }
  const json = { name: file.name, bytes: file.size, modifiedMs: file.lastModified }
  const begin = () => ask<FilmUpload>(api.events[':slug'].entries[':id'].film.$post({ param, json }))
  const upload = await persist(begin, () => progress(0, true), signal)
  for (let part = upload.received; part < upload.parts; part += 1) {
    const share = part / upload.parts
    progress(share, false)
    const bytes = file.slice(part * upload.partBytes, (part + 1) * upload.partBytes)
    const address = `/api/events/${slug}/entries/${entryId}/film/${upload.filmId}/${part}`
    const began = performance.now()
    await persist(
      () => {
        const limited = AbortSignal.any([signal, AbortSignal.timeout(partLimitMs)])
        return ask(
          fetch(address, { method: 'PUT', body: bytes, signal: limited }) as Promise<ClientResponse<FilmUpload>>,
        )
      },
      () => progress(share, true),
      signal,
    )
    // The server and the network have half of the time for ballots.
    await new Promise((resolve) => setTimeout(resolve, Math.min(performance.now() - began, retryMs)))
  }
  progress(1, false)
}

/** Repeats what failed for want of a network or of room at the server. */
async function persist<T>(work: () => Promise<T>, onWait: () => void, signal: AbortSignal): Promise<T> {
  for (;;) {
    signal.throwIfAborted()
    try {
      return await work()
    } catch (failure) {
      signal.throwIfAborted()
      const passes =
        failure instanceof Problem && (failure.code === 'offline' || failure.status === 429 || failure.status === 503)
      if (!passes) throw failure
      onWait()
      await new Promise((resolve) => setTimeout(resolve, retryMs))
    }
  }
}
