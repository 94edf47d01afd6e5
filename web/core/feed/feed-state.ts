import type { DeskUpdate, StageSnapshot, YouUpdate } from '../../../api/schema/stage.ts'

export type FeedState = {
  stage: StageSnapshot | undefined
  desk: DeskUpdate | undefined
  you: YouUpdate | undefined
  /** False within 3 s of silence (15 s on a phone), and while the server itself cannot read the show. */
  connected: boolean
  /** The event was deleted or never existed. The reader goes on reconnecting, every 10 s. */
  gone: boolean
}

export const isNewer = (next: StageSnapshot, last: StageSnapshot | undefined) =>
  !last || next.version > last.version || (next.version === last.version && next.now >= last.now)
