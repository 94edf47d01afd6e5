import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createServerClock } from '../../../web/core/server-clock.ts'

const hourMs = 3_600_000

describe('the clock of a device whose monotonic clock stands still while it sleeps', () => {
  let deviceMs = 1_000_000_000
  let measuredMs = 5_000
  let answers: (() => Promise<Response>) | undefined

  const pass = (ms: number) => {
    deviceMs += ms
    measuredMs += ms
  }
  const sleep = (ms: number) => {
    deviceMs += ms
  }
  const serverAnswers = async () => Response.json({ now: deviceMs })

  beforeEach(() => {
    vi.spyOn(Date, 'now').mockImplementation(() => deviceMs)
    vi.spyOn(performance, 'now').mockImplementation(() => measuredMs)
    vi.stubGlobal('fetch', () => (answers ?? serverAnswers)())
    answers = undefined
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })

  it('counts a sleep once, when a message corrects it and the next sync gets no answer', async () => {
    const clock = createServerClock({ samples: 1 })
    await clock.sync()
    sleep(hourMs)
    answers = () => Promise.reject(new TypeError('no network'))
    clock.follow(new Date(deviceMs).toISOString())
    await clock.sync()
    expect(clock.now() - deviceMs).toBe(0)
  })

  it('drops an answer that was sent before the sleep and read after it', async () => {
    const clock = createServerClock({ samples: 2 })
    let requests = 0
    answers = async () => {
      requests += 1
      const answer = Response.json({ now: deviceMs })
      if (requests === 1) sleep(hourMs)
      else pass(40)
      return answer
    }
    await clock.sync()
    expect(Math.abs(clock.now() - deviceMs)).toBeLessThan(100)
  })

  it('runs on through a sleep without any answer', async () => {
    const clock = createServerClock({ samples: 1 })
    await clock.sync()
    answers = () => Promise.reject(new TypeError('no network'))
    sleep(hourMs)
    await clock.sync()
    expect(clock.now() - deviceMs).toBe(0)
  })
})
