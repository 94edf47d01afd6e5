import { ask } from '../../../web/core/api.ts'
import type { Entry } from '../../schema/entry.ts'
import type { Criterion } from '../../schema/judging/criterion.ts'
import type { StageSnapshot } from '../../schema/stage.ts'
import type { Pace } from '../pace.ts'
import { createRandom } from '../random.ts'
import { characters, planTaps } from './characters.ts'
import type { Phone } from './phone.ts'
import type { JudgeProfile } from './profiles.ts'

export type MadeUpJudge = {
  profile: JudgeProfile
  phone: Phone
  follow(stage: StageSnapshot): void
  catchUp(shown: Entry[]): void
  /** Every started ballot is complete and acknowledged. */
  isDone(): boolean
}

type Options = {
  profile: JudgeProfile
  phone: Phone
  slug: string
  criteriaFor: (entryId: string) => Criterion[]
  entries: Entry[]
  anyOrder: boolean
  seed: number
  pace: Pace
}

const maxTables = 12
const secondsToNextTable = 4

export function createMadeUpJudge({
  profile,
  phone,
  slug,
  criteriaFor,
  entries,
  anyOrder,
  seed,
  pace,
}: Options): MadeUpJudge {
  const character = characters[profile.character]
  const startedIds = new Set<string>()
  let scoringCount = 0
  let walks = false

  async function score(entry: Entry): Promise<void> {
    const random = createRandom(seed, profile.name, entry.slot)
    if (profile.recusesFrom === entry.id || entry.organisations.includes(profile.organisation ?? '')) {
      await pace.wait(random.between(...character.firstTapSeconds))
      return phone.recuse(entry.id)
    }
    const quality = createRandom(seed, 'quality', entry.slot).between(0.25, 0.85)
    for (const tap of planTaps(character, quality, criteriaFor(entry.id), random)) {
      await pace.wait(tap.afterSeconds)
      if ('comment' in tap) phone.comment(entry.id, tap.comment)
      else phone.score(entry.id, tap.criterionId, tap.value)
    }
  }

  function startScoring(entry: Entry): void {
    if (startedIds.has(entry.id)) return
    startedIds.add(entry.id)
    run(score(entry))
  }

  function run(work: Promise<void>): void {
    scoringCount += 1
    work
      .catch((failure: Error) => {
        // The show stopped between two taps.
        if (failure.name !== 'AbortError') throw failure
      })
      .finally(() => {
        scoringCount -= 1
      })
  }

  /** Undefined while the phone is offline or the server does not answer. */
  async function fetchNext(): Promise<string | null | undefined> {
    if (phone.isOffline()) return undefined
    const route = phone.client.api.events[':slug'].ballots['where-next']
    const answer = ask<{ entryId: string | null }>(route.$post({ param: { slug }, json: {} }))
    return answer.then(
      ({ entryId }) => entryId,
      () => undefined,
    )
  }

  async function walk(): Promise<void> {
    for (let tables = 0; walks && tables < Math.min(maxTables, entries.length); ) {
      const entryId = await fetchNext()
      if (entryId === null) return
      const entry = entries.find(({ id }) => id === entryId)
      if (entry && !startedIds.has(entry.id)) {
        startedIds.add(entry.id)
        await score(entry)
        tables += 1
      }
      // The server suggests the same entry until it has the ballot.
      await pace.wait(secondsToNextTable)
    }
  }

  /** Not those from before the judge joined: begins at the first entry that this judge scored. */
  function missedEntries(shown: Entry[]): Entry[] {
    const first = shown.findIndex((entry) => startedIds.has(entry.id))
    return first < 0 ? shown : shown.slice(first)
  }

  return {
    profile,
    phone,
    follow({ onStage, phase, showcase }) {
      if (onStage && phase === 'live') startScoring(onStage)
      const walked = walks
      walks = anyOrder && showcase !== null && phase === 'live'
      if (walks && !walked) run(walk())
    },
    catchUp(shown) {
      for (const entry of missedEntries(shown)) startScoring(entry)
    },
    isDone: () => scoringCount === 0 && phone.isSettled(),
  }
}
