import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'

/** What every scene is given. */
export type StageProps = {
  stage: StageSnapshot
  event: Event
  /** In running order. */
  entries: Entry[]
  /** Server time. */
  nowMs: number
  /** Was just uncovered in front of the room, so it may take its breath; a reload or a step back may not. */
  fresh: boolean
  /** The small picture on the desk: no flourish. */
  small: boolean
}
