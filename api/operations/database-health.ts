import type { Database } from '../database/connect.ts'

const everyMs = 1000
const limitMs = 1500
const hangsMs = 5000
const fullForMs = 30_000

export type DatabaseHealth = {
  /** Whether the database answers, asked now; false when it takes longer than a second and a half. */
  answers(): Promise<boolean>
  /** Whether something could not be saved a moment ago for lack of room, and nothing has been since. */
  isFull(): boolean
  /** A ballot or a change could not be saved. */
  failed(reason: unknown): void
  saved(): void
  stop(): void
}

type Tell = {
  /** What screens show may be old from now on. */
  away(): void
  back(): void
  log(line: string): void
}

/** Asks the database once a second whether it is there, so that no screen shows what may be old as if it were fresh. */
export function watchDatabase(db: Pick<Database, 'sql' | 'reconnect'>, tell: Tell): DatabaseHealth {
  let asking: Promise<unknown> | undefined
  let askedAt = 0
  let awaySince: number | undefined
  let fullAt = Number.NEGATIVE_INFINITY
  let why = ''
  let stopped = false

  function ask(): Promise<boolean> {
    // One question at a time: a database that hangs must not be met by a queue of them.
    if (!asking) {
      askedAt = Date.now()
      asking = db.sql`select 1`.finally(() => {
        asking = undefined
      })
    }
    return Promise.race([
      asking.then(
        () => true,
        (failure) => {
          why = String(failure.code ?? failure.message)
          return false
        },
      ),
      late().then(() => {
        why = `no answer within ${limitMs} ms`
        return false
      }),
    ])
  }

  async function beat(): Promise<void> {
    const there = await ask()
    if (stopped) return
    // A connection that died without a word would be waited for until the system gives it up, a quarter of an hour later.
    if (asking && Date.now() - askedAt > hangsMs) db.reconnect?.()
    if (!there && awaySince === undefined) {
      awaySince = Date.now()
      tell.log(`The database does not answer (${why}). Screens say so and go on; phones keep their ballots.`)
      tell.away()
    } else if (there && awaySince !== undefined) {
      tell.log(`The database answers again, after ${Math.round((Date.now() - awaySince) / 100) / 10} s.`)
      awaySince = undefined
      tell.back()
    }
  }

  const beating = setInterval(beat, everyMs)
  beating.unref()
  return {
    answers: ask,
    isFull: () => Date.now() - fullAt < fullForMs,
    failed(reason) {
      if (!isDiskFull(reason)) return
      if (Date.now() - fullAt >= fullForMs)
        tell.log(
          'The disk of the database is full. Nothing more can be saved until there is room; phones keep their ballots.',
        )
      fullAt = Date.now()
    },
    saved() {
      fullAt = Number.NEGATIVE_INFINITY
    },
    stop() {
      stopped = true
      clearInterval(beating)
    },
  }
}

/** PostgreSQL's code for it. */
export const isDiskFull = (reason: unknown) => (reason as { code?: unknown } | undefined)?.code === '53100'

/** An answer that lies in the socket already is not late, however long this process was busy. */
function late(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => setImmediate(resolve), limitMs).unref()
  })
}
