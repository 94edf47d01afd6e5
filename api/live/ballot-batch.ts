import type { BallotOutcome, CheckedBallot } from '../store/ballots.ts'

type Waiting = { ballot: CheckedBallot; resolve: (outcome: BallotOutcome) => void; reject: (reason: unknown) => void }

/** Saves ballots in batches. `put` resolves after the commit. */
export type BallotBatch = {
  put(ballot: CheckedBallot): Promise<BallotOutcome>
  flushed(): Promise<void>
}

/**
 * Gathers what arrives while the commit before is under way and writes it as one, so that the cost of a sync to disk is shared:
 * the busier, the cheaper.
 */
export function createBallotBatch(
  save: (ballots: CheckedBallot[]) => Promise<BallotOutcome[]>,
  most = 256,
): BallotBatch {
  let waiting: Waiting[] = []
  let writing: Promise<void> | undefined

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const { now, later } = split(waiting, most)
      waiting = later
      await write(now)
    }
    writing = undefined
  }

  async function write(batch: Waiting[]): Promise<void> {
    try {
      const outcomes = await save(batch.map((w) => w.ballot))
      for (const [n, w] of batch.entries()) w.resolve(outcomes[n]!)
    } catch (reason) {
      // If the batch fails, save each ballot by itself: one bad ballot must not fail the others.
      if (batch.length > 1 && !isAway(reason)) for (const w of batch) await write([w])
      else for (const w of batch) w.reject(reason)
    }
  }

  return {
    put: (ballot) =>
      new Promise((resolve, reject) => {
        waiting.push({ ballot, resolve, reject })
        // Deferred to the next turn of the loop, so that ballots read from the wire together are written together.
        writing ??= new Promise<void>((next) => setImmediate(next)).then(writeAll)
      }),
    flushed: async () => {
      while (writing) await writing
    },
  }
}

/** One statement cannot write the same row twice: a second ballot of one judge for one entry waits for the next. */
function split(all: Waiting[], most: number): { now: Waiting[]; later: Waiting[] } {
  const now: Waiting[] = []
  const later: Waiting[] = []
  const taken = new Set<string>()
  for (const w of all) {
    const key = `${w.ballot.judgeId} ${w.ballot.entryId}`
    if (now.length < most && !taken.has(key)) now.push(w)
    else later.push(w)
    taken.add(key)
  }
  return { now, later }
}

/** The connection failed, or the disk is full, and not the statement: PostgreSQL's own complaints carry a five-character code. */
function isAway(reason: unknown): boolean {
  const code = (reason as { code?: unknown }).code
  return typeof code !== 'string' || code.length !== 5 || /^(08|53|57P)/.test(code)
}
