import type { Server, TestEvent } from './show.ts'

/** The first bytes of an MP4 file. */
const mp4 = new TextEncoder().encode('\0\0\0\x20ftypisom\0\0\0\0')

/** Uploads a film of one part for an entry. Returns the answer to its part. */
export async function uploadSmallFilm(
  server: Pick<Server, 'call' | 'fetch'>,
  event: Pick<TestEvent, 'path' | 'key'>,
  entryId: string,
): Promise<Response> {
  const path = `${event.path}/entries/${entryId}/film`
  const film = { name: 'demo.mp4', bytes: mp4.length, modifiedMs: 1 }
  const { filmId } = (await server.call('POST', path, film, event.key)).body
  const init = { method: 'PUT', headers: { authorization: `Bearer ${event.key}` }, body: mp4 }
  return server.fetch(new Request(`http://hall.test${path}/${filmId}/0`, init))
}
