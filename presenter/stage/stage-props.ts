import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'

export type StageProps = {
  stage: StageSnapshot
  event: Event
  entries: Entry[]
  nowMs: number
  /** Revealed just now, so it pauses before the name; not after a reload or a step back. */
  fresh: boolean
  small: boolean
}
