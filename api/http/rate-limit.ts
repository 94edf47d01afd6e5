type Rate = {
  burst: number
  perSecond: number
}

/** Beyond this many names the longest unused buckets are deleted, so that those names have their whole burst again. */
const maxBuckets = 20_000

/** A token bucket for each name. Names are keys, events and addresses, so two hundred judges behind one address have two hundred buckets. */
export function makeLimit({ burst, perSecond }: Rate, now: () => number = () => performance.now()) {
  const buckets = new Map<string, { tokens: number; atMs: number }>()
  function bucketOf(name: string) {
    const nowMs = now()
    const state = buckets.get(name)
    const tokens = state ? Math.min(burst, state.tokens + ((nowMs - state.atMs) / 1000) * perSecond) : burst
    // Reinsert at the end: the first in the map is the longest unused.
    buckets.delete(name)
    const bucket = { tokens, atMs: nowMs }
    buckets.set(name, bucket)
    if (buckets.size > maxBuckets) buckets.delete(buckets.keys().next().value!)
    return bucket
  }
  return {
    take(name: string): number {
      const bucket = bucketOf(name)
      if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perSecond)
      bucket.tokens -= 1
      return 0
    },
    wait(name: string): number {
      const { tokens } = bucketOf(name)
      return tokens < 1 ? Math.ceil((1 - tokens) / perSecond) : 0
    },
    refill: () => buckets.clear(),
  }
}

/** A room of people who tap as fast as they can meets none of these limits. `now`: milliseconds, by any clock. */
export function makeLimits(now?: () => number) {
  const limit = (rate: Rate) => makeLimit(rate, now)
  return {
    judge: limit({ burst: 300, perSecond: 30 }),
    /** Changes of its entry, by team: allows a deck of 40 pages at once. Each locks the event's row, for which ballots wait. */
    team: limit({ burst: 60, perSecond: 0.5 }),
    /** Organiser and owner, by key: large, because a spreadsheet of judges is sent row by row. */
    staff: limit({ burst: 2000, perSecond: 100 }),
    /** All remote controls of an event: each cue locks the event's row, for which ballots wait. */
    remote: limit({ burst: 200, perSecond: 20 }),
    /** Captions, by event: a recogniser of speech sends each sentence again with every word. */
    captions: limit({ burst: 40, perSecond: 8 }),
    /** Joins by code, by event and address: as large as a hall, which may share one address. */
    joinFrom: limit({ burst: 250, perSecond: 2 }),
    join: limit({ burst: 1000, perSecond: 20 }),
    /** Desk codes tried, by event: allows typing errors in the code's five minutes. There are 10¹² codes. */
    deskCode: limit({ burst: 30, perSecond: 0.5 }),
    /** Wrong event codes, by address: allows typing errors, not a search. */
    wrongCode: limit({ burst: 200, perSecond: 2 }),
  }
}

export type Limits = ReturnType<typeof makeLimits>
