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
})
