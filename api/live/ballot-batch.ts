import type { BallotOutcome, CheckedBallot } from '../store/save-ballots.ts'

type PendingBallot = {
  ballot: CheckedBallot
  resolve: (outcome: BallotOutcome) => void
  reject: (reason: unknown) => void
}

/** Saves ballots in batches. `add` resolves after the commit; `flush` once no ballot is waiting. */
export type BallotBatch = {
  add(ballot: CheckedBallot): Promise<BallotOutcome>
  flush(): Promise<void>
}

/** Ballots that arrive during one commit are saved together in the next, so that they share its sync to disk. */
export function createBallotBatch(
  save: (ballots: CheckedBallot[]) => Promise<BallotOutcome[]>,
  maxBatch = 256,
): BallotBatch {
  let pending: PendingBallot[] = []
  let writing: Promise<void> | undefined

  async function writeAll(): Promise<void> {
    while (pending.length > 0) {
      const { now, later } = takeBatch(pending, maxBatch)
      pending = later
      await write(now)
    }
    writing = undefined
  }

  async function write(batch: PendingBallot[]): Promise<void> {
    try {
      const outcomes = await save(batch.map(({ ballot }) => ballot))
      for (const [n, { resolve }] of batch.entries()) resolve(outcomes[n]!)
    } catch (reason) {
      // If the batch fails, save each ballot by itself: one bad ballot must not fail the others.
      if (batch.length > 1 && !isOutage(reason)) for (const pendingBallot of batch) await write([pendingBallot])
      else for (const { reject } of batch) reject(reason)
    }
  }

  return {
    add: (ballot) =>
      new Promise((resolve, reject) => {
        pending.push({ ballot, resolve, reject })
        // Deferred to the next turn of the loop, so that ballots read from the wire together are written together.
        writing ??= new Promise<void>((next) => setImmediate(next)).then(writeAll)
      }),
    flush: async () => {
      while (writing) await writing
    },
  }
}

/** A second ballot of one judge for one entry waits for the next batch: one statement cannot write a row twice. */
function takeBatch(pending: PendingBallot[], maxBatch: number): { now: PendingBallot[]; later: PendingBallot[] } {
  const now: PendingBallot[] = []
  const later: PendingBallot[] = []
  const keys = new Set<string>()
  for (const pendingBallot of pending) {
    const key = `${pendingBallot.ballot.judgeId} ${pendingBallot.ballot.entryId}`
    if (now.length < maxBatch && !keys.has(key)) now.push(pendingBallot)
    else later.push(pendingBallot)
    keys.add(key)
  }
  return { now, later }
}

/** The connection failed or the disk is full. Other errors of PostgreSQL carry a five-character code and concern the statement. */
function isOutage(reason: unknown): boolean {
  const code = (reason as { code?: unknown }).code
  return typeof code !== 'string' || code.length !== 5 || /^(08|53|57P)/.test(code)
}
