import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openServer, type Server } from '../../support/show.ts'
import { putSlide } from '../../support/slides.ts'
import { uploadSmallFilm } from '../../support/small-film.ts'
import { png } from '../../support/small-pictures.ts'

describe('guests who read many files at once', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  it('take at most two places in the queue of the database, in which ballots wait', async () => {
    const event = await makeEvent(server)
    const { id } = event.entries[0]!
    await uploadSmallFilm(server, event, id)
    await putSlide(server, event, id, 1, event.key)
    const ofEntry = `${event.path}/entries/${id}`
    const headers = { authorization: `Bearer ${event.key}` }
    const picture = new Request(`http://hall.test${ofEntry}/picture`, {
      method: 'PUT',
      headers,
      body: new Blob([new Uint8Array(png(9, 9))]),
    })
    expect((await server.fetch(picture)).status).toBe(200)
    await event.cue('open-doors')
    await event.cue('next')

    let [running, most, reads] = [0, 0, 0]
    const { sql } = server.context.db
    server.context.db.sql = new Proxy(sql, {
      apply(target, thisArg, args: [TemplateStringsArray]) {
        const query = Reflect.apply(target as never, thisArg, args) as Promise<unknown>
        if (!/\bbytes\b[^(]* from (film_parts|slide_pages|pictures)\b/.test(args[0].join(' '))) return query
        running += 1
        reads += 1
        most = Math.max(most, running)
        return query.finally(() => {
          running -= 1
        })
      },
    })
    const read = async (file: string) => {
      const answer = await server.fetch(new Request(`http://hall.test${ofEntry}/${file}`))
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(0)
      return answer.status
    }
    try {
      const files = ['film', 'slides/1', 'picture'].flatMap((file) => Array<string>(30).fill(file))
      expect(new Set(await Promise.all(files.map(read)))).toEqual(new Set([200]))
    } finally {
      server.context.db.sql = sql
    }
    expect(reads).toBe(90)
    expect(most).toBeLessThanOrEqual(2)
  })
})
