import { readInTurn } from '../../database/large-reads.ts'
import { filmPartBytes } from '../../rules/film/film.ts'
import type { Query } from '../sql.ts'
import { readPart } from './films.ts'

/** The bytes from `first` to `last`, both included. Reads one part at a time, as fast as the receiver takes them. */
export function readFilm(sql: Query, filmId: string, first: number, last: number): ReadableStream<Uint8Array> {
  let at = first
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const part = Math.floor(at / filmPartBytes)
        const bytes = await readInTurn(() => readPart(sql, filmId, part))
        if (!bytes) return controller.error(new Error('The film was deleted while it was read'))
        const start = part * filmPartBytes
        controller.enqueue(new Uint8Array(bytes.subarray(at - start, last + 1 - start)))
        at = start + bytes.length
        if (at > last) controller.close()
      },
    },
    { highWaterMark: 1 },
  )
}
