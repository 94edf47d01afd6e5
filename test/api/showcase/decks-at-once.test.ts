import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createUpload, sendDeck } from '../../../web/core/slides/send-deck.ts'
import { makeEvent, openServer, type Server } from '../../support/show.ts'
import { png } from '../../support/small-pictures.ts'

describe('slides that two phones of a team send at the same time', () => {
  let server: Server
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())
  afterEach(() => vi.unstubAllGlobals())

  it('are never called saved when they are not; sent again, they are whole', async () => {
    const event = await makeEvent(server)
    const address = `http://hall.test${event.path}/entries/${event.entries[0]!.id}/slides`
    const headers = { authorization: `Bearer ${event.teamKeys[0]}` }
    const pages = (count: number) => Array.from({ length: count }, () => new Blob([new Uint8Array(png(9, 9))]))
    const [first, second] = [createUpload(pages(3)), createUpload(pages(2))]
    const send = (deck: typeof first) => sendDeck(address, deck, () => {}, new AbortController().signal)
    const versionNow = async () =>
      (await server.call('GET', `${event.path}/entries/mine`, undefined, event.teamKeys[0])).body.entry.slides.version

    let isSecondSent = false
    vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
      if (input.includes(`/2?deck=${first.deck}`) && !isSecondSent) {
        isSecondSent = true
        await send(second)
      }
      return server.fetch(new Request(input, { ...init, headers }))
    })
    await expect(send(first)).rejects.toMatchObject({ code: 'other-deck-sent', title: expect.stringMatching(/again/) })
    expect(await versionNow()).toBe(second.deck)
    expect(await send(first)).toEqual({ pages: 3, version: first.deck })
    expect(await versionNow()).toBe(first.deck)
  })
})
