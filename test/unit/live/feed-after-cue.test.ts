import { EventEmitter, once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { makeFeed } from '../../../api/live/feed.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'

function openScreen() {
  const emitter = new EventEmitter()
  const write = (bytes: Buffer | string) => {
    const data = /^event: stage\ndata: (.*)$/m.exec(String(bytes))?.[1]
    if (data !== undefined) emitter.emit('update', JSON.parse(data))
  }
  const response = Object.assign(emitter, {
    writableLength: 0,
    destroyed: false,
    writeHead: () => {},
    write,
    end: () => {},
  })
  return { emitter, response: response as unknown as ServerResponse }
}

describe('a feed, after a cue of its own instance', () => {
  it('still sends the count of a ballot that was committed while the cue waited for the commit', async () => {
    const snapshot = (version: number, scored: number) =>
      ({ version, now: '', scoring: { in: scored, of: 3 } }) as unknown as StageSnapshot
    let stored = snapshot(1, 0)
    let readings = 0
    const feed = makeFeed(
      {
        stage: async () => {
          readings += 1
          return stored
        },
        desk: async () => undefined,
        you: async () => undefined,
        workingKeys: async () => new Set(),
      },
      (failure) => {
        throw failure
      },
    )
    const { emitter, response } = openScreen()
    const first = once(emitter, 'update')
    feed.listen({ eventId: 'e', response, counts: true, desk: false, judgeId: null, keyHash: null })
    await first

    const afterCue = once(emitter, 'update')
    stored = snapshot(2, 1)
    feed.sendAfterCue('e', snapshot(2, 0))
    expect((await afterCue)[0]).toMatchObject({ version: 2, scoring: { in: 0 } })
    const readingsBefore = readings
    const corrected = once(emitter, 'update')
    feed.apply({ kind: 'stage', eventId: 'e', version: 2 })
    expect(readings).toBe(readingsBefore)
    expect((await corrected)[0]).toMatchObject({ version: 2, scoring: { in: 1 } })
    feed.close()
  })

  it('sends a stage that a reading of the counts has sent before to those alone who do not follow the counts', async () => {
    const snapshot = (version: number) => ({ version, now: '', scoring: { in: 0, of: 3 } }) as unknown as StageSnapshot
    let stored = snapshot(1)
    const source = {
      stage: async () => stored,
      desk: async () => undefined,
      you: async () => undefined,
      workingKeys: async () => new Set<string>(),
    }
    const feed = makeFeed(source, (failure) => {
      throw failure
    })
    const versions = { screen: [] as number[], phone: [] as number[] }
    const [screen, phone] = [openScreen(), openScreen()]
    screen.emitter.on('update', ({ version }) => versions.screen.push(version))
    phone.emitter.on('update', ({ version }) => versions.phone.push(version))
    const both = [once(screen.emitter, 'update'), once(phone.emitter, 'update')]
    const listener = { eventId: 'e', desk: false, judgeId: null, keyHash: null }
    feed.listen({ ...listener, response: screen.response, counts: true })
    feed.listen({ ...listener, response: phone.response, counts: false })
    await Promise.all(both)

    const byCounts = once(screen.emitter, 'update')
    stored = snapshot(2)
    feed.apply({ kind: 'counts', eventId: 'e' })
    await byCounts
    const byCue = once(phone.emitter, 'update')
    feed.sendAfterCue('e', snapshot(2))
    await byCue
    await new Promise((resolve) => setImmediate(resolve))
    expect(versions).toEqual({ screen: [1, 2], phone: [1, 2] })
    feed.close()
  })
})
