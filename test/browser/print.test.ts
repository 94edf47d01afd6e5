import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { awkwardEntries, awkwardJudges } from '../pictures/awkward.ts'
import { makeShow, type Show } from './support/driven-show.ts'
import { browserLimitMs, phoneSize } from './support/open-browser.ts'
import { makeLinks, openPrinting, plain } from './support/printing.ts'
import { sharedServer } from './support/shared.ts'

describe('the printed poster and badges', { timeout: browserLimitMs }, () => {
  const server = sharedServer()
  let printing: Awaited<ReturnType<typeof openPrinting>>
  let awkward: Show

  beforeAll(async () => {
    printing = await openPrinting()
    const startsAt = '2026-06-20T15:30:00Z'
    const make = (options: Parameters<typeof makeShow>[2]) => makeShow(server.address, server.ownerKey, options)
    awkward = await make({ entries: awkwardEntries, judges: awkwardJudges, event: { startsAt } })
  }, browserLimitMs)
  afterAll(() => printing?.close())

  it('the door poster: one page, and its code is the room’s', async () => {
    const page = await printing.open(awkward, 'poster')
    const print = await printing.print(page)
    expect(print.sheets).toHaveLength(1)
    expect(await printing.readCodes(print)).toEqual([awkward.event.joinUrl])
    expect(print.texts[0]).toContain(plain(`code ${awkward.event.code}`))
    expect(print.sheets[0]!.codes[0]!.side).toBeGreaterThan(100)
  })

  it('badges: each code opens its own judge’s ballots, and earlier links still work', async () => {
    const page = await printing.open(awkward, 'badges', makeLinks)
    const print = await printing.print(page)
    expect(print.sheets).toHaveLength(1)
    const links = await printing.readCodes(print)
    expect(new Set(links).size).toBe(awkwardJudges.length)
    const { judges } = awkward
    for (const [n, link] of links.entries()) {
      expect(new URL(link).origin).toBe(new URL(awkward.event.joinUrl).origin)
      for (const key of [new URLSearchParams(new URL(link).hash.slice(1)).get('k')!, judges[n]!.key]) {
        const me = await fetch(`${server.address}/api/events/${awkward.event.slug}/judges/me`, {
          headers: { authorization: `Bearer ${key}` },
        })
        expect((await me.json()).judge.id).toBe(judges[n]!.judge.id)
      }
    }
    const phone = await (await printing.browser.newContext(phoneSize)).newPage()
    await phone.goto(printing.linkHere(links[3]!))
    await phone.getByText('Q', { exact: false }).first().waitFor()
    expect(new URL(phone.url()).pathname).toBe(`/e/${awkward.event.slug}/judge`)
  })
})
