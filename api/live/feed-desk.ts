import type { DeskUpdate } from '../schema/stage.ts'
import { eventBytes, type Listener, send } from './feed-channel.ts'

/** A panel above this many characters is sent less often: at ten a second a slow line would carry nothing else. */
const largePanel = 32 * 1024
const largePanelGapMs = 2000

/**
 * Sends each desk the panel when it differs from the one that the desk has, and the counts otherwise. A desk that has not read its last
 * update yet gets the newest once it has. `again` requests one more update.
 */
export function sendDesk(desks: Listener[], update: DeskUpdate, again: () => void): void {
  const { panel, ...counts } = update
  const json = JSON.stringify(panel)
  const countsBytes = eventBytes('desk', JSON.stringify(counts))
  const wholeBytes = eventBytes('desk', JSON.stringify(update))
  const nowMs = Date.now()
  for (const desk of desks) {
    if (desk.response.writableNeedDrain) {
      if (!desk.waitsForDrain)
        desk.response.once('drain', () => {
          desk.waitsForDrain = false
          again()
        })
      desk.waitsForDrain = true
      continue
    }
    const changed = desk.panel?.json !== json
    const waitMs = json.length > largePanel ? (desk.panel?.sentAtMs ?? 0) + largePanelGapMs - nowMs : 0
    if (changed && waitMs <= 0) {
      desk.panel = { json, sentAtMs: nowMs }
      send(desk, wholeBytes)
    } else {
      if (changed) setTimeout(again, waitMs).unref()
      send(desk, countsBytes)
    }
  }
}
