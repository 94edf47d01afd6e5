import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { handleStopSignals } from '../../../api/program/stop-signals.ts'

describe('Ctrl+C', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function open({ showsOn = async () => [] as string[], isTerminal = true } = {}) {
    const signals = new EventEmitter()
    const lines: string[] = []
    const stop = vi.fn(async () => {})
    handleStopSignals({ stop, listShowsOn: showsOn, print: (line) => lines.push(line), isTerminal, signals })
    const send = async (signal: string, laterMs = 0) => {
      await vi.advanceTimersByTimeAsync(laterMs)
      signals.emit(signal)
      await vi.advanceTimersByTimeAsync(0)
    }
    return { lines, stop, send }
  }

  it('stops at once while no show is on', async () => {
    const { lines, stop, send } = open()
    await send('SIGINT')
    expect(stop).toHaveBeenCalledOnce()
    expect(lines).toEqual([])
  })

  it('names the show that is on, and stops at the second press', async () => {
    const { lines, stop, send } = open({ showsOn: async () => ['Makers'] })
    await send('SIGINT')
    expect(stop).not.toHaveBeenCalled()
    expect(lines).toEqual([
      '“Makers” is still running: its screens and phones would lose the server. Press Ctrl+C again to stop Demo Hour all the same.',
    ])
    await send('SIGINT', 60_000)
    expect(stop).toHaveBeenCalledOnce()
  })

  it('counts the signal of the terminal and its copy from npm as one press', async () => {
    const { stop, send } = open({ showsOn: async () => ['Makers'] })
    await send('SIGINT')
    await send('SIGINT', 20)
    expect(stop).not.toHaveBeenCalled()
  })

  it('stops when the database does not answer', async () => {
    const { stop, send } = open({ showsOn: () => new Promise(() => {}) })
    await send('SIGINT')
    await vi.advanceTimersByTimeAsync(5000)
    expect(stop).toHaveBeenCalledOnce()
  })

  it('asks nobody without a terminal, nor does SIGTERM or a window that was closed', async () => {
    const show = { showsOn: async () => ['Makers'] }
    const service = open({ ...show, isTerminal: false })
    await service.send('SIGHUP')
    expect(service.stop).not.toHaveBeenCalled()
    await service.send('SIGINT')
    expect(service.stop).toHaveBeenCalledOnce()
    for (const signal of ['SIGTERM', 'SIGHUP']) {
      const { stop, send } = open(show)
      await send(signal)
      expect(stop).toHaveBeenCalledOnce()
    }
  })
})
