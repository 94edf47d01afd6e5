import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEvent, openServer, type Server, showAll, type TestEvent } from '../../support/show.ts'
import { png } from '../../support/small-pictures.ts'

describe('the gallery', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const get = async (path: string) => {
    const answer = await server.fetch(new Request(`http://hall.test${path}`))
    return { status: answer.status, text: await answer.text() }
  }
  const gallery = async ({ event }: TestEvent) => (await get(`/e/${event.slug}/showcase`)).text
  const entryPage = async ({ event, entries }: TestEvent, n: number) =>
    (await get(`/e/${event.slug}/entry/${entries[n]!.id}`)).text
  const change = (event: TestEvent, path: string, body: object) =>
    server.call('PATCH', event.path + path, body, event.key)

  it('lists every team, with its title, pitch, table and picture, and links to its page', async () => {
    const event = await makeEvent(server, { entries: 2, venue: 'Guildhall' })
    const own = event.entries[1]!
    await change(event, `/entries/${own.id}`, { summary: 'A map of every bin', table: '12' })
    const body = new Blob([new Uint8Array(png(8, 8))])
    const request = { method: 'PUT', headers: { authorization: `Bearer ${event.key}` }, body }
    await server.fetch(new Request(`http://hall.test${event.path}/entries/${own.id}/picture`, request))
    await event.cue('open-doors')
    const text = await gallery(event)
    for (const words of ['Team 1', 'Title 2', 'A map of every bin', 'Table 12', 'What 2 teams made · Guildhall'])
      expect(text).toContain(words)
    expect(text).toContain(`href="/e/${event.event.slug}/entry/${own.id}"`)
    expect(text).toContain(`<img src="${event.path}/entries/${own.id}/picture?v=`)
    expect(text).toMatch(/<meta property="og:image" content="http:\/\/hall\.test\/api\/events\/[^"]+picture\?v=/)
    expect(text).toContain('<meta property="og:description" content="What 2 teams made · Guildhall" />')
    expect(text).not.toContain('needs JavaScript')
  })

  it('leaves out warm-ups and skipped teams, and runs nothing that a team writes', async () => {
    const event = await makeEvent(server, { entries: 3, name: 'Makers </title><script>alert(1)</script>' })
    await change(event, `/entries/${event.entries[0]!.id}`, { warmUp: true })
    await change(event, `/entries/${event.entries[1]!.id}`, { skipped: true })
    await change(event, `/entries/${event.entries[2]!.id}`, {
      team: '$& <script>alert(2)</script>',
      title: '"><b>bold',
    })
    await event.cue('open-doors')
    const text = await gallery(event)
    expect(text).not.toMatch(/Team [12]/)
    expect(text).toContain('$&amp; &lt;script&gt;alert(2)')
    expect(text).not.toMatch(/<script>|<b>/)
  })

  it.each([
    ['never', []],
    ['from-doors', ['live', 'closed', 'revealing', 'final']],
    ['after-result', ['final']],
  ] as const)('shows no team before its time, nor a link from an entry’s page: %s', async (galleryPublic, phases) => {
    const event = await makeEvent(server, { galleryPublic })
    const isPublic: string[] = []
    const check = async (phase: string) => {
      const shown = (await gallery(event)).includes('Team 1')
      expect((await entryPage(event, 0)).includes(`/e/${event.event.slug}/showcase`)).toBe(shown)
      expect((await gallery(event)).includes('The gallery is not open')).toBe(!shown)
      if (shown) isPublic.push(phase)
    }
    await check('setup')
    await showAll(event)
    await event.score(0, 0, 5)
    await check('live')
    await event.cue('close-scoring')
    await check('closed')
    let { reveal } = (await event.cue('start-reveal')).body
    await check('revealing')
    while (reveal.step < reveal.of) reveal = (await event.cue('reveal-next')).body.reveal
    await event.cue('publish')
    await check('final')
    expect(isPublic).toEqual(phases)
  })

  it('may be opened and closed by the organiser after the result, and by nobody else', async () => {
    const event = await makeEvent(server)
    await event.cue('open-doors')
    const asTeam = await server.call('PATCH', event.path, { galleryPublic: 'never' }, event.teamKeys[0])
    expect(asTeam.status).toBe(403)
    expect((await change(event, '', { galleryPublic: 'sometimes' })).status).toBe(422)
    expect((await change(event, '', { galleryPublic: 'never' })).body.event.galleryPublic).toBe('never')
    expect(await gallery(event)).not.toContain('Team 1')
  })

  it('is the page without words for an event that does not exist', async () => {
    const { status, text } = await get('/e/nowhere/showcase')
    expect([status, text.includes('og:title')]).toEqual([200, false])
  })

  it('says what a team won only once that step of the reveal was shown', async () => {
    const event = await makeEvent(server, { entries: 3, judges: 3, places: 3 })
    const prize = { name: 'Prize of the house', citation: 'For its kindness', entryIds: [event.entries[2]!.id] }
    await server.call('PUT', `${event.path}/prizes`, { prizes: [prize] }, event.key)
    await showAll(event)
    for (const [n, value] of [5, 3, 1].entries()) for (const judge of [0, 1, 2]) await event.score(judge, n, value)

    /** The awards by team as the gallery shows them, and as each team's page does. */
    const read = async () => {
      const text = await gallery(event)
      const pages = await Promise.all([0, 1, 2].map((n) => entryPage(event, n)))
      const awardsIn = (html: string) => [...html.matchAll(/<ul class="awards"[^>]*>.*?<\/ul>/gs)].map(([list]) => list)
      const inGallery = text.split('<li class="card">').slice(1).map(awardsIn)
      const inPages = pages.map(awardsIn)
      expect(inGallery.map((lists) => lists.length)).toEqual(inPages.map((lists) => lists.length))
      for (const html of [text, ...pages]) expect(html).not.toMatch(/\b[1-5]\.\d|out of|score/i)
      return inPages.map((lists) => lists.join())
    }
    const none = ['', '', '']
    expect(await read()).toEqual(none)
    await event.cue('close-scoring')
    expect(await read()).toEqual(none)
    const { reveal } = (await event.cue('start-reveal')).body
    expect(await read()).toEqual(none)
    const order: number[][] = []
    for (let step = 0; step < reveal.of; step += 1) {
      await event.cue('reveal-next')
      order.push((await read()).flatMap((won, n) => (won === '' ? [] : [n])))
    }
    expect(order).toEqual([[2], [2], [1, 2], [0, 1, 2], [0, 1, 2]])
    for (let back = 0; back < 2; back += 1) await event.cue('reveal-back')
    expect((await read()).map((won) => won !== '')).toEqual([false, true, true])
    for (let again = 0; again < 2; again += 1) await event.cue('reveal-next')
    await event.cue('publish')
    const [first, second, third] = await read()
    expect(first).toContain('Winner')
    expect(second).toContain('2nd place')
    expect(third).toContain('3rd place')
    expect(third).toContain('Prize of the house')
    expect(third).toContain('For its kindness')
  })
})
