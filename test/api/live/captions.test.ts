import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLimits } from '../../../api/http/rate-limit.ts'
import { makeEvent, openFeed, openServer, type Server, type TestEvent } from '../../support/show.ts'
import { createRowReader } from '../../support/stored-rows.ts'

describe('captions', () => {
  let server: Server
  let address: string
  beforeAll(async () => {
    server = await openServer()
    address = await server.listen()
  })
  afterAll(() => server.close())

  const show = ({ path, key }: TestEvent, text: unknown, by: string | undefined = key) =>
    server.call('POST', `${path}/captions`, { text }, by)
  const open = ({ path }: TestEvent) => openFeed(`${address}${path}/feed/captions`)

  it('reach whoever opens their stream, and are stored nowhere', async () => {
    const event = await makeEvent(server, { captions: true })
    const other = await makeEvent(server, { captions: true })
    const readAllRows = createRowReader(server.db.sql)
    const before = await readAllRows()
    const [stream, others] = [await open(event), await open(other)]
    const stageFeed = await openFeed(`${address}${event.path}/feed`)
    const { remoteKey } = (await server.call('POST', `${event.path}/links/remote`, undefined, event.key)).body
    const withKey = await readAllRows()
    expect((await show(event, ' Good  evening,\neveryone ')).status).toBe(200)
    expect(await stream.until(({ name }) => name === 'caption')).toEqual({ text: 'Good evening, everyone' })
    expect((await show(event, 'From a captioner', remoteKey)).status).toBe(200)
    await stream.until(({ data }) => data.text === 'From a captioner')
    await show(event, '')
    await stream.until(({ data }) => data.text === '')
    await show(other, 'Elsewhere')
    await others.until(({ data }) => data.text === 'Elsewhere')
    expect(others.updates.map(({ data }) => data.text)).toEqual(['Elsewhere'])
    expect(stageFeed.updates.filter(({ name }) => name === 'caption')).toEqual([])
    expect(await readAllRows()).toEqual(withKey)
    expect(before).not.toEqual(withKey)
    for (const feed of [stream, others, stageFeed]) await feed.close()
  })

  it('that come without pause leave the remote control, whose key they have, its presses', async () => {
    const usual = server.context.limits
    server.context.limits = makeLimits(() => 0)
    try {
      const event = await makeEvent(server, { captions: true })
      const { remoteKey } = (await server.call('POST', `${event.path}/links/remote`, undefined, event.key)).body
      await event.cue('open-doors')
      const { remote } = makeLimits(() => 0)
      let burst = 0
      while (remote.take('a remote control') === 0) burst += 1
      const words = Array.from({ length: burst }, (_, n) => `Word ${n}`)
      const answers = await Promise.all(words.map((text) => show(event, text, remoteKey)))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]))
      expect((await server.call('POST', `${event.path}/cues`, { cue: 'next' }, remoteKey)).status).toBe(200)
    } finally {
      server.context.limits = usual
    }
  })

  it('greet a screen that opens late with the last one', async () => {
    const event = await makeEvent(server, { captions: true })
    await show(event, 'The first')
    await show(event, 'The last')
    const first = await open(event)
    await first.until(({ data }) => data.text === 'The last')
    const late = await open(event)
    await late.until(({ data }) => data.text === 'The last')
    expect(late.updates).toHaveLength(1)
    await first.close()
    await late.close()
  })

  it('are refused to judges, teams and everyone without a key, where they are switched off, and when they are too long', async () => {
    const event = await makeEvent(server, { captions: true })
    for (const key of [event.judgeKeys[0]!, event.teamKeys[0]!]) expect((await show(event, 'No', key)).status).toBe(403)
    expect((await server.call('POST', `${event.path}/captions`, { text: 'No' })).status).toBe(401)
    for (const text of ['x'.repeat(121), 7, undefined, 'half \ud800'])
      expect((await show(event, text)).body.type).toBe('/problems/invalid')
    expect((await show(event, 'x'.repeat(120))).status).toBe(200)
    await server.call('PATCH', event.path, { captions: false }, event.key)
    expect((await show(event, 'No')).body.type).toBe('/problems/captions-off')
  })

  it('that come without pause are slowed down, and no press of the desk', async () => {
    const usual = server.context.limits
    server.context.limits = makeLimits(() => 0)
    try {
      const event = await makeEvent(server, { captions: true })
      for (let n = 0; n < 39; n += 1) server.context.limits.captions.take(event.event.id)
      expect((await show(event, 'The last that is let through')).status).toBe(200)
      expect((await show(event, 'One too many')).status).toBe(429)
      expect((await event.cue('open-doors')).status).toBe(200)
    } finally {
      server.context.limits = usual
    }
  })

  it('end with their event', async () => {
    const event = await makeEvent(server, { captions: true })
    const stream = await open(event)
    await server.call('DELETE', event.path, { name: event.event.name }, event.key)
    await stream.ended
  })
})
