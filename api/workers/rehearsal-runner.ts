import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Update } from '../live/updates.ts'
import type { RehearsalReport } from '../schema/rehearsal.ts'
import { endRehearsal, saveProgress } from '../store/rehearsals.ts'
import type { Query } from '../store/sql.ts'
import { openOwnDoor, type Serve } from './loopback-server.ts'
import type { CopyToPlay, RehearsalMessage } from './rehearsal-messages.ts'
import { workerFile } from './worker-file.ts'

const everyMs = 1000
const mostStopMs = 3000

/**
 * The made-up people of the rehearsals that are played here, a thread for each show: they come in by the same door as everyone, and
 * a thread that dies takes nothing with it.
 */
export function createRehearsalRunner(sql: Query, log: (failure: unknown) => void) {
  const shows = new Map<string, { stop: () => void; ended: Promise<void> }>()
  let serve: Serve | undefined

  async function play(eventId: string, copy: Omit<CopyToPlay, 'url'>, signal: AbortSignal): Promise<void> {
    if (!serve) throw new Error('The made-up people have no door yet')
    const door = await openOwnDoor(serve)
    // Stopped while it was starting: nobody listened for that yet.
    if (signal.aborted) {
      await door.close()
      return void (await endRehearsal(sql, eventId, [], null).catch(log))
    }
    const worker = new Worker(workerFile('rehearsal-worker'), { workerData: { ...copy, url: door.url }, execArgv: [] })
    let unsaid: string[] = []
    let report: RehearsalReport | null = null
    const stop = () => void worker.terminate()
    signal.addEventListener('abort', stop)
    worker.on('message', (message: RehearsalMessage) => {
      if ('said' in message) unsaid.push(message.said)
      else {
        report = message.report
        stop()
      }
    })
    worker.once('error', (failure) => {
      unsaid.push('Something went wrong, so the show stopped here.')
      if (!signal.aborted) log(failure)
    })
    const beat = setInterval(() => {
      const said = unsaid
      unsaid = []
      saveProgress(sql, eventId, said).then((there) => there || stop(), log)
    }, everyMs)
    await new Promise<void>((done) => worker.once('exit', () => done()))
    clearInterval(beat)
    await door.close()
    await endRehearsal(sql, eventId, unsaid, report).catch(log)
  }

  const stop = async (eventId: string) => {
    const show = shows.get(eventId)
    show?.stop()
    await show?.ended
  }

  return {
    /** The routes that everyone comes in by. */
    openFor(routes: Serve): void {
      serve = routes
    },
    /** Begins to play an event; what becomes of it is read from the database. */
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
    /** How many shows are played here. */
    many: () => shows.size,
    stop,
    /** Waits no longer than a moment: a database that is away must not keep the server from stopping. */
    stopAll: () =>
      Promise.race([Promise.all([...shows.keys()].map(stop)), sleep(mostStopMs, undefined, { ref: false })]),
  }
}

export type RehearsalRunner = ReturnType<typeof createRehearsalRunner>
