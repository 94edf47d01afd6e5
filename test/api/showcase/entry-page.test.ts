import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openServer, type Server, type TestEvent } from '../../support/show.ts'
import { putSlide } from '../../support/slides.ts'
import { png } from '../../support/small-pictures.ts'

describe('an entry’s page', () => {
  let server: Server
  let event: TestEvent
  beforeAll(async () => {
    server = await openServer()
    event = await makeEvent(server, { entries: 2 })
    await server.call(
      'PATCH',
      `${event.path}/entries/${event.entries[0]!.id}`,
      {
        ...{ team: 'Bins & "Boats" </title><script>alert(1)</script>', title: '$& $1', summary: 'A map of every bin' },
        ...{
          link: 'https://example.org/?a=1&b="2',
          members: ['Siân <b>Ó</b> Briain'],
          organisations: ['Cyngor Gwynedd'],
        },
      },
      event.key,
    )
  })
  afterAll(() => server.close())
  const read = async (id: string) => {
    const answer = await server.fetch(new Request(`http://hall.test/e/${event.event.slug}/entry/${id}`))
    return { status: answer.status, text: await answer.text() }
  }

  it('can be read without its script, and shared with a description', async () => {
    const { status, text } = await read(event.entries[0]!.id)
    expect(status).toBe(200)
    const [head, body] = text.split('<body>')
    expect(head).toContain('<meta property="og:description" content="$&amp; $1. A map of every bin" />')
    expect(head).toContain('<meta property="og:title" content="Bins &amp; &quot;Boats&quot;')
    expect(body).toContain('A map of every bin')
    expect(body).toContain('Cyngor Gwynedd')
    expect(body).not.toContain('needs JavaScript')
  })

  it('runs nothing that a team writes', async () => {
    const { text } = await read(event.entries[0]!.id)
    expect(text).not.toContain('<script>')
    expect(text).not.toContain('<b>')
    expect(text).toContain('href="https://example.org/?a=1&amp;b=')
    expect(text).not.toContain('b="2')
  })

  it('holds the pages of the entry’s slides once the team has been called, and nobody’s before', async () => {
    const other = await makeEvent(server, { entries: 2 })
    for (const { id } of other.entries) await putSlide(server, other, id, 1, other.key)
    const pagesOf = async (n: number) => {
      const address = `http://hall.test/e/${other.event.slug}/entry/${other.entries[n]!.id}`
      const text = await (await server.fetch(new Request(address))).text()
      return [...text.matchAll(/<img src="([^"]*)" alt="Page \d+"/g)].map(([, path]) => path!)
    }
    for (const n of [0, 1]) expect(await pagesOf(n)).toEqual([])
    for (const cue of ['open-doors', 'next'] as const) await other.cue(cue)
    const pages = await pagesOf(0)
    expect(pages.length).toBe(1)
    expect((await server.fetch(new Request(`http://hall.test${pages[0]}`))).status).toBe(200)
    expect(await pagesOf(1)).toEqual([])
  })

  it('holds the entry’s picture at its whole address, and that of no other', async () => {
    const request = {
      method: 'PUT',
      headers: { authorization: `Bearer ${event.key}` },
      body: new Blob([new Uint8Array(png(8, 8))]),
    }
    const address = `http://hall.test${event.path}/entries/${event.entries[1]!.id}/picture`
    expect((await server.fetch(new Request(address, request))).status).toBe(200)
    // The update that makes the server read the event again arrives a moment later.
    await expect
      .poll(async () => (await read(event.entries[1]!.id)).text)
      .toMatch(/<meta property="og:image" content="http:\/\/hall\.test\/api\/events\/[^"]+picture[^"]*" \/>/)
    expect((await read(event.entries[0]!.id)).text).not.toContain('og:image')
  })

  it('is the page without words for an id that the event does not have', async () => {
    const { status, text } = await read('nobody')
    expect([status, text.includes('og:title')]).toEqual([200, false])
  })
})
