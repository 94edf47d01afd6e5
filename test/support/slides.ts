import type { Answer } from './call.ts'
import type { Server, TestEvent } from './show.ts'
import { png } from './small-pictures.ts'

/** Sends one page; `query` such as `?deck=…&of=3` sends it as a part of a new deck. */
export async function putSlide(
  server: Pick<Server, 'fetch'>,
  event: Pick<TestEvent, 'path'>,
  entryId: string,
  page: number | string,
  key: string | undefined,
  { bytes = png(9, 9), query = '' }: { bytes?: Uint8Array; query?: string } = {},
): Promise<Answer> {
  const response = await server.fetch(
    new Request(`http://hall.test${event.path}/entries/${entryId}/slides/${page}${query}`, {
      method: 'PUT',
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
      body: new Blob([new Uint8Array(bytes)]),
    }),
  )
  return { status: response.status, body: await response.json(), headers: response.headers, text: '' }
}
