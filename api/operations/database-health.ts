import type { Database } from '../database/connect.ts'

const intervalMs = 1000
const timeoutMs = 1500
const reconnectAfterMs = 5000
/** A full disk counts as full for this long after the last failed write. */
const fullForMs = 30_000

export type DatabaseHealth = {
  answers(): Promise<boolean>
  isFull(): boolean
  failed(reason: unknown): void
  saved(): void
  stop(): void
}

type Listener = {
  onLost(): void
  onRestored(): void
  log(line: string): void
}

/** Queries the database once a second, so that screens know when what they show may be old. */
export function watchDatabase(db: Pick<Database, 'sql' | 'reconnect'>, listener: Listener): DatabaseHealth {
  let pending: Promise<unknown> | undefined
  let startedAt = 0
  let lostSince: number | undefined
  let fullAt = Number.NEGATIVE_INFINITY
  let reason = ''
  let stopped = false

  function query(): Promise<boolean> {
    // One query at a time: a hanging database must not collect a queue of them.
    if (!pending) {
      startedAt = Date.now()
      pending = db.sql`select 1`.finally(() => {
        pending = undefined
      })
    }
    return Promise.race([
      pending.then(
        () => true,
        (failure) => {
          reason = String(failure.code ?? failure.message)
          return false
        },
      ),
      timeout().then(() => {
        reason = `no answer within ${timeoutMs} ms`
        return false
      }),
    ])
  }

  async function check(): Promise<void> {
    const answers = await query()
    if (stopped) return
    // The system reports a silently dead connection only after a quarter of an hour.
    if (pending && Date.now() - startedAt > reconnectAfterMs) db.reconnect?.()
    if (!answers && lostSince === undefined) {
      lostSince = Date.now()
      listener.log(`The database does not answer (${reason}). Screens say so and go on; phones keep their ballots.`)
      listener.onLost()
    } else if (answers && lostSince !== undefined) {
      listener.log(`The database answers again, after ${Math.round((Date.now() - lostSince) / 100) / 10} s.`)
      lostSince = undefined
      listener.onRestored()
    }
  }

  const timer = setInterval(check, intervalMs)
  timer.unref()
  return {
    answers: query,
    isFull: () => Date.now() - fullAt < fullForMs,
    failed(failure) {
      if (!isDiskFull(failure)) return
      if (Date.now() - fullAt >= fullForMs)
        listener.log(
          'The disk of the database is full. Nothing more can be saved until there is room; phones keep their ballots.',
        )
      fullAt = Date.now()
    },
    saved() {
      fullAt = Number.NEGATIVE_INFINITY
    },
    stop() {
      stopped = true
      clearInterval(timer)
    },
  }
}

/** 53100: PostgreSQL's disk_full. */
export const isDiskFull = (reason: unknown) => (reason as { code?: unknown } | undefined)?.code === '53100'

/** setImmediate lets an answer that is already in the socket win, however long this process was busy. */
function timeout(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => setImmediate(resolve), timeoutMs).unref()
  })
}
