import type { Entry } from '../../schema/entry.ts'
import type { Criterion } from '../../schema/event.ts'
import type { StageSnapshot } from '../../schema/stage.ts'
import type { Pace } from '../pace.ts'
import { createRandom } from '../random.ts'
import { characters, planTaps } from './characters.ts'
import type { Phone } from './phone.ts'
import type { JudgeProfile } from './profiles.ts'

export type MadeUpJudge = {
  profile: JudgeProfile
  phone: Phone
  /** Starts to score a new team on stage, in this judge's own time. */
  follow(stage: StageSnapshot): void
  /** Scores the teams that were on stage while this judge was offline. */
  catchUp(shown: Entry[]): void
  /** Every ballot that was started is complete and acknowledged. */
  isDone(): boolean
}

type Options = { profile: JudgeProfile; phone: Phone; criteria: Criterion[]; seed: number; pace: Pace }

export function createMadeUpJudge({ profile, phone, criteria, seed, pace }: Options): MadeUpJudge {
  const character = characters[profile.character]
  const startedIds = new Set<string>()
  let scoringCount = 0

  async function score(entry: Entry): Promise<void> {
    const random = createRandom(seed, profile.name, entry.slot)
    if (profile.recusesFrom === entry.id || entry.organisations.includes(profile.organisation ?? '')) {
      await pace.wait(random.between(...character.firstTapSeconds))
      return phone.recuse(entry.id)
    }
    const quality = createRandom(seed, 'quality', entry.slot).between(0.25, 0.85)
    for (const tap of planTaps(character, quality, criteria, random)) {
      await pace.wait(tap.afterSeconds)
      if ('comment' in tap) phone.comment(entry.id, tap.comment)
      else phone.score(entry.id, tap.criterionId, tap.value)
    }
  }

  function startScoring(entry: Entry): void {
    if (startedIds.has(entry.id)) return
    startedIds.add(entry.id)
    scoringCount += 1
    score(entry)
      .catch((failure: Error) => {
        // The show was stopped between two taps.
        if (failure.name !== 'AbortError') throw failure
      })
      .finally(() => {
        scoringCount -= 1
      })
  }

  /** Shown entries since the first that this judge scored; not those from before the judge joined. */
  function missedEntries(shown: Entry[]): Entry[] {
    const first = shown.findIndex((entry) => startedIds.has(entry.id))
    return first < 0 ? shown : shown.slice(first)
  }

  return {
    profile,
    phone,
    follow: ({ onStage, phase }) => onStage && phase === 'live' && startScoring(onStage),
    catchUp(shown) {
      for (const entry of missedEntries(shown)) startScoring(entry)
    },
    isDone: () => scoringCount === 0 && phone.isSettled(),
  }
}
