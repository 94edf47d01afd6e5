import type { StageSnapshot } from '../schema/stage.ts'
import type { Pace } from './pace.ts'
import type { Room } from './room.ts'
import type { Tell } from './show.ts'

const mostSeconds = 100 * 24 * 3600

/** Others press the keys: tells what the stage shows, as it is shown, until the result is published. */
export async function followShow(tell: Tell, { room, pace }: { room: Room; pace: Pace }): Promise<void> {
  const { stage } = room
  let before = stage.latest()
  while (before?.phase !== 'final') {
    await pace.waitUntil(() => stage.latest() !== before, mostSeconds)
    const now = stage.latest()
    if (now) await tellOf(tell, before, now)
    before = now
  }
}

async function tellOf(tell: Tell, before: StageSnapshot | undefined, now: StageSnapshot): Promise<void> {
  const moved = before?.onStage?.id !== now.onStage?.id
  if (before?.onStage && moved) await tell.turnOver?.(before.onStage)
  if (now.onStage && moved && now.phase === 'live') await tell.onStage?.(now.onStage)
  if (now.reveal.step > (before?.reveal.step ?? 0)) await tell.shown?.(now)
  if (before?.phase === now.phase) return
  if (now.phase === 'live' && before?.phase === 'setup') await tell.doorsOpen?.()
  if (now.phase === 'closed') await tell.closed?.()
  if (now.phase === 'revealing') await tell.revealing?.()
  if (now.phase === 'final') await tell.published?.()
}
