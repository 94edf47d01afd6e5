import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Update } from '../live/updates.ts'
import type { RehearsalReport } from '../schema/rehearsal.ts'
import { endRehearsal, saveProgress } from '../store/rehearsals.ts'
import type { Query } from '../store/sql.ts'
import { openLoopbackServer, type Serve } from './loopback-server.ts'
import type { CopyToPlay, RehearsalMessage } from './rehearsal-messages.ts'
import { workerFile } from './worker-file.ts'

const everyMs = 1000
const maxStopMs = 3000

/**
 * Plays rehearsals, one worker thread each, over HTTP like every client; a thread that crashes
 * affects nothing else.
 */
export function createRehearsalRunner(sql: Query, log: (failure: unknown) => void) {
  const shows = new Map<string, { stop: () => void; ended: Promise<void> }>()
  let serve: Serve | undefined

  async function play(eventId: string, copy: Omit<CopyToPlay, 'url'>, signal: AbortSignal): Promise<void> {
    if (!serve) throw new Error('The rehearsal runner has no routes yet')
    const loopback = await openLoopbackServer(serve)
    // Aborted while starting, before the listener below existed.
    if (signal.aborted) {
      await loopback.close()
      return void (await endRehearsal(sql, eventId, [], null).catch(log))
    }
    const worker = new Worker(workerFile('rehearsal-worker'), {
      workerData: { ...copy, url: loopback.url },
      execArgv: [],
    })
    let unsavedLines: string[] = []
    let report: RehearsalReport | null = null
    const stop = () => void worker.terminate()
    signal.addEventListener('abort', stop)
    worker.on('message', (message: RehearsalMessage) => {
      if ('line' in message) unsavedLines.push(message.line)
      else {
        report = message.report
        stop()
      }
    })
    worker.once('error', (failure) => {
      unsavedLines.push('Something went wrong, so the show stopped here.')
      if (!signal.aborted) log(failure)
    })
    const beat = setInterval(() => {
      const lines = unsavedLines
      unsavedLines = []
      saveProgress(sql, eventId, lines).then((there) => there || stop(), log)
    }, everyMs)
    await new Promise<void>((done) => worker.once('exit', () => done()))
    clearInterval(beat)
    await loopback.close()
    await endRehearsal(sql, eventId, unsavedLines, report).catch(log)
  }

  const stop = async (eventId: string) => {
    const show = shows.get(eventId)
    show?.stop()
    await show?.ended
  }

  return {
    openFor(routes: Serve): void {
      serve = routes
    },
    play(eventId: string, copy: Omit<CopyToPlay, 'url'>): void {
      const stopping = new AbortController()
      const ended = play(eventId, copy, stopping.signal)
        .catch(log)
        .finally(() => shows.delete(eventId))
      shows.set(eventId, { stop: () => stopping.abort(), ended })
    },
    apply(update: Update): void {
      if (update.kind === 'deleted') stop(update.eventId).catch(log)
    },
    many: () => shows.size,
    stop,
    /** Waits 3 s at most: an unreachable database must not keep the server from stopping. */
    stopAll: () =>
      Promise.race([Promise.all([...shows.keys()].map(stop)), sleep(maxStopMs, undefined, { ref: false })]),
  }
}

export type RehearsalRunner = ReturnType<typeof createRehearsalRunner>
