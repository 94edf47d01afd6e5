type Rate = {
  /** How many may come at once. */
  burst: number
  /** How many a second may follow, for as long as anyone likes. */
  perSecond: number
}

/** The most that is remembered of who asked; past it the longest quiet are forgotten, who have their whole burst again. */
const mostKnown = 20_000

/**
 * A bucket of tokens for each name. Names are keys, events and addresses, so that two hundred judges behind one address are two
 * hundred names.
 */
export function makeLimit({ burst, perSecond }: Rate, now: () => number = () => performance.now()) {
  const buckets = new Map<string, { tokens: number; atMs: number }>()
  function bucketOf(name: string) {
    const nowMs = now()
    const state = buckets.get(name)
    const tokens = state ? Math.min(burst, state.tokens + ((nowMs - state.atMs) / 1000) * perSecond) : burst
    // Put last again: the first of the map is the longest quiet.
    buckets.delete(name)
    const bucket = { tokens, atMs: nowMs }
    buckets.set(name, bucket)
    if (buckets.size > mostKnown) buckets.delete(buckets.keys().next().value!)
    return bucket
  }
  return {
    /** Takes one; or gives the seconds after which there will be one again. */
    take(name: string): number {
      const bucket = bucketOf(name)
      if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perSecond)
      bucket.tokens -= 1
      return 0
    },
    /** The seconds after which there will be one again, taking none. */
    wait(name: string): number {
      const { tokens } = bucketOf(name)
      return tokens < 1 ? Math.ceil((1 - tokens) / perSecond) : 0
    },
    /** Forgets who asked: everyone has the whole burst again. */
    refill: () => buckets.clear(),
  }
}

/** What one name may do. A room full of people that tap as fast as they can meets none of these. `now`: milliseconds, by any clock. */
export function makeLimits(now?: () => number) {
  const limit = (rate: Rate) => makeLimit(rate, now)
  return {
    /** A judge's calls, by judge: thumbs are slower. */
    guest: limit({ burst: 300, perSecond: 30 }),
    /** A team's changes to its own entry, by team: each locks the event's row, for which ballots wait. */
    team: limit({ burst: 20, perSecond: 0.5 }),
    /** An organiser's and the owner's, by key: a spreadsheet of judges comes in one after another. */
    staff: limit({ burst: 2000, perSecond: 100 }),
    /** Judges who join by the code, by event and address: a whole hall may share one address, so it is as large as a hall. */
    joinFrom: limit({ burst: 250, perSecond: 2 }),
    /** The same by event, of all addresses together. */
    join: limit({ burst: 1000, perSecond: 20 }),
    /** Codes that a desk shows, by event: a handful of typing errors in its five minutes. A code is one of a million million. */
    deskCode: limit({ burst: 30, perSecond: 0.5 }),
    /** Codes that are no event's, by address: typing errors, not a search. */
    wrongCode: limit({ burst: 200, perSecond: 2 }),
  }
}

export type Limits = ReturnType<typeof makeLimits>
