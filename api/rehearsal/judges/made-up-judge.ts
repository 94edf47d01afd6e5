import type { Entry } from '../../schema/entry.ts'
import type { Criterion } from '../../schema/event.ts'
import type { StageSnapshot } from '../../schema/stage.ts'
import type { Pace } from '../pace.ts'
import { makeRandom } from '../random.ts'
import type { Part } from './cast.ts'
import { characters, planTaps } from './characters.ts'
import type { Phone } from './phone.ts'

export type MadeUpJudge = {
  part: Part
  phone: Phone
  /** The stage as this judge's phone was told: a new team is scored in the judge's own time. */
  follow(stage: StageSnapshot): void
  /** Scores what was on stage while this judge had no network. */
  catchUp(shown: Entry[]): void
  /** Every ballot that was begun is tapped to its end, and acknowledged. */
  isDone(): boolean
}

type JudgeTools = { part: Part; phone: Phone; criteria: Criterion[]; seed: number; pace: Pace }

/** Somebody on the panel who follows the stage and scores each team, in character. */
export function makeJudge({ part, phone, criteria, seed, pace }: JudgeTools): MadeUpJudge {
  const character = characters[part.character]
  const begun = new Set<string>()
  let busy = 0

  async function score(entry: Entry): Promise<void> {
    const random = makeRandom(seed, part.name, entry.slot)
    if (part.stepsAsideFrom === entry.id || entry.organisations.includes(part.organisation ?? '')) {
      await pace.wait(random.between(...character.firstTapSeconds))
      return phone.recuse(entry.id)
    }
    const quality = makeRandom(seed, 'quality', entry.slot).between(0.25, 0.85)
    for (const tap of planTaps(character, quality, criteria, random)) {
      await pace.wait(tap.afterSeconds)
      if ('words' in tap) phone.comment(entry.id, tap.words)
      else phone.score(entry.id, tap.criterionId, tap.value)
    }
  }

  function begin(entry: Entry): void {
    if (begun.has(entry.id)) return
    begun.add(entry.id)
    busy += 1
    score(entry)
      .catch((failure: Error) => {
        // The show was stopped while this judge was still thinking.
        if (failure.name !== 'AbortError') throw failure
      })
      .finally(() => {
        busy -= 1
      })
  }

  /** Not those from before this judge came in. */
  function missedOf(shown: Entry[]): Entry[] {
    const first = shown.findIndex((entry) => begun.has(entry.id))
    return first < 0 ? shown : shown.slice(first)
  }

  return {
    part,
    phone,
    follow: ({ onStage, phase }) => onStage && phase === 'live' && begin(onStage),
    catchUp(shown) {
      for (const entry of missedOf(shown)) begin(entry)
    },
    isDone: () => busy === 0 && phone.isEmptied(),
  }
}
