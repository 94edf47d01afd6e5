import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiDatabase } from '../../support/databases.ts'
import { makeEvent, openFeed, openServer, type Server, showAll } from '../../support/show.ts'

describe('the feed', () => {
  let server: Server
  let address: string
  beforeAll(async () => {
    server = await openServer()
    address = await server.listen()
  })
  afterAll(() => server.close())

  it('sends a screen the whole stage at once, and again at each cue', async () => {
    const event = await makeEvent(server)
    const feed = await openFeed(`${address}${event.path}/feed`)
    expect(await feed.until(({ name }) => name === 'stage')).toMatchObject({
      phase: 'setup',
      slots: 3,
      scoring: { open: false, of: 0 },
    })
    await event.cue('open-doors')
    await event.cue('next')
    const stage = await feed.until(({ data }) => data.scene === 'on-stage')
    expect(stage).toMatchObject({
      onStage: { team: 'Team 1', shown: true },
      onDeck: { team: 'Team 2' },
      scoring: { open: true, in: 0, of: 0 },
    })
    expect(stage).toMatchObject(
      (await server.call('GET', `${event.path}/stage`)).body.timer
        ? { timer: { state: 'ready', plannedMs: 240_000 } }
        : {},
    )
    await feed.close()
  })

  it('sends stage and desk the progress, the desk by name, and phones nothing of it', async () => {
    const event = await makeEvent(server)
    await showAll(event)
    await event.cue('call', { entryId: event.entries[0]!.id })
    const [stage, desk, phone, room] = await Promise.all([
      openFeed(`${address}${event.path}/feed`),
      openFeed(`${address}${event.path}/feed`, event.key),
      openFeed(`${address}${event.path}/feed`, event.judgeKeys[1]),
      openFeed(`${address}${event.path}/feed?counts=off`),
    ])
    await Promise.all([stage, desk, phone, room].map((feed) => feed.until(({ name }) => name === 'stage')))
    await event.score(0, 0, 4)
    await stage.until(({ data }) => data.scoring?.in === 1)
    const panel = (await desk.until(({ name, data }) => name === 'desk' && data.panel?.some((judge: any) => judge.in)))
      .panel
    expect(panel.map((judge: any) => [judge.name, judge.in, judge.done])).toEqual([
      ['Judge 1', true, 1],
      ['Judge 2', false, 0],
    ])
    expect(JSON.stringify(desk.updates)).not.toContain('scores')
    for (const quiet of [phone, room]) expect(quiet.updates.filter(({ data }) => data.scoring?.in === 1)).toEqual([])
    expect(stage.updates.some(({ name }) => name === 'desk')).toBe(false)
    await Promise.all([stage, desk, phone, room].map((feed) => feed.close()))
  })

  it('notifies a waiting judge, and nobody else, when the desk admits them', async () => {
    const event = await makeEvent(server, { admission: 'desk', judges: 0 })
    const joined = await server.call('POST', `${event.path}/join`, { name: 'P. Lowe' })
    const [own, stage] = await Promise.all([
      openFeed(`${address}${event.path}/feed`, joined.body.judgeKey),
      openFeed(`${address}${event.path}/feed`),
    ])
    expect((await own.until(({ name }) => name === 'you')).judge.status).toBe('waiting')
    await server.call('POST', `${event.path}/judges/${joined.body.judge.id}/admit`, {}, event.key)
    await own.until(({ name, data }) => name === 'you' && data.judge.status === 'admitted')
    await stage.until(({ data }) => data.scoring?.of === 1)
    expect(JSON.stringify(stage.updates)).not.toContain('P. Lowe')
    await Promise.all([own.close(), stage.close()])
  })

  it('coalesces the count: two hundred ballots within a moment cause a few updates, and the last is right', async () => {
    const event = await makeEvent(server, { judges: 100, entries: 1 })
    await event.cue('open-doors')
    await event.cue('next')
    const feed = await openFeed(`${address}${event.path}/feed`)
    await feed.until(({ name }) => name === 'stage')
    await Promise.all(
      event.judges.flatMap((_, judge) => [event.score(judge, 0, { problem: 3 }), event.score(judge, 0, 4)]),
    )
    await feed.until(({ data }) => data.scoring.in === 100)
    expect(feed.updates.length).toBeLessThan(40)
    await feed.close()
  })

  it('sends each cue once: directly to the screens here, through the database to those of another instance', async () => {
    const other = apiDatabase === 'postgres' ? await openServer({ beside: server }) : undefined
    const event = await makeEvent(server, { judges: 1 })
    const addresses = [address, ...(other ? [await other.listen()] : [])]
    const feeds = await Promise.all(addresses.map((at) => openFeed(`${at}${event.path}/feed`)))
    await Promise.all(feeds.map((feed) => feed.until(({ name }) => name === 'stage')))
    await event.cue('open-doors')
    for (const _ of event.entries) await event.cue('next')
    await event.score(0, 2, 4)
    await Promise.all(feeds.map((feed) => feed.until(({ data }) => data.scoring.in === 1)))
    for (const { updates } of feeds) {
      const liveStages = updates.filter(({ data }) => data.phase === 'live').map(({ data }) => ({ ...data, now: '' }))
      expect(liveStages.filter((stage, n) => JSON.stringify(stage) === JSON.stringify(liveStages[n - 1]))).toEqual([])
    }
    await Promise.all(feeds.map((feed) => feed.close()))
    await other?.close()
  })

  it('sends what was committed between a cue and its update, and never an older stage', async () => {
    const event = await makeEvent(server, { judges: 0 })
    await event.cue('open-doors')
    const feed = await openFeed(`${address}${event.path}/feed`)
    await feed.until(({ name }) => name === 'stage')
    for (let n = 1; n <= 12; n += 1)
      await Promise.all([
        event.cue('message', { text: `Message ${n}` }),
        server.call('POST', `${event.path}/join`, { name: `Judge ${n}` }),
      ])
    await feed.until(({ data }) => data.message === 'Message 12' && data.scoring.of === 12)
    await expect.poll(() => feed.updates.at(-1)!.data).toMatchObject({ message: 'Message 12', scoring: { of: 12 } })
    const versions = feed.updates.map(({ data }) => data.version)
    expect(versions).toEqual([...versions].sort((a, b) => a - b))
    await feed.close()
  })

  it('starts all who connect at the same moment from the newest stage, whatever is committed meanwhile', async () => {
    const event = await makeEvent(server, { entries: 12, judges: 1 })
    await event.cue('open-doors')
    const moving = (async () => {
      for (const _ of event.entries) await event.cue('next')
    })()
    const feeds = await Promise.all(Array.from({ length: 60 }, () => openFeed(`${address}${event.path}/feed`)))
    await moving
    await Promise.all(feeds.map((feed) => feed.until(({ data }) => data.onStage?.slot === 12)))
    for (const feed of feeds) {
      const versions = feed.updates.map(({ data }) => data.version)
      expect(versions).toEqual([...versions].sort((a, b) => a - b))
    }
    await Promise.all(feeds.map((feed) => feed.close()))
  })

  it('releases every listener that leaves', async () => {
    const event = await makeEvent(server)
    const desk = await openFeed(`${address}${event.path}/feed`, event.key)
    const others = await Promise.all(Array.from({ length: 30 }, () => openFeed(`${address}${event.path}/feed`)))
    await desk.until(({ name, data }) => name === 'desk' && data.listening === 31)
    await Promise.all(others.map((feed) => feed.close()))
    await expect.poll(() => desk.updates.filter(({ name }) => name === 'desk').at(-1)?.data.listening).toBe(1)
    await desk.close()
  })

  it('shows the desk whose phone listens, and since when one does not', async () => {
    const event = await makeEvent(server)
    const desk = await openFeed(`${address}${event.path}/feed`, event.key)
    const first = await desk.until(({ name }) => name === 'desk')
    expect(first.panel.map((judge: any) => judge.seenAt)).toEqual([null, null])
    const phone = await openFeed(`${address}${event.path}/feed`, event.judgeKeys[1])
    const deskUpdate = await desk.until(({ name, data }) => name === 'desk' && data.panel?.[1].seenAt != null)
    expect(deskUpdate.panel[0].seenAt).toBeNull()
    expect(Math.abs(Date.parse(deskUpdate.panel[1].seenAt) - Date.now())).toBeLessThan(60_000)
    await Promise.all([phone.close(), desk.close()])
  })

  it('refuses a key that opens nothing here', async () => {
    const event = await makeEvent(server)
    await expect(openFeed(`${address}${event.path}/feed`, 'no-such-key-at-all')).rejects.toThrow('401')
    await expect(openFeed(`${address}/api/events/nowhere/feed`)).rejects.toThrow('404')
  })
})
