import type { StageSnapshot } from '../schema/stage.ts'
import type { Pace } from './pace.ts'
import type { Room } from './room.ts'
import type { ShowListener } from './show.ts'

const maxSeconds = 100 * 24 * 3600

export async function followShow(listener: ShowListener, { room, pace }: { room: Room; pace: Pace }): Promise<void> {
  const { stage } = room
  let before = stage.latest()
  while (before?.phase !== 'final') {
    await pace.waitUntil(() => stage.latest() !== before, maxSeconds)
    const now = stage.latest()
    if (now) await notifyListener(listener, before, now)
    before = now
  }
}

async function notifyListener(
  listener: ShowListener,
  before: StageSnapshot | undefined,
  now: StageSnapshot,
): Promise<void> {
  const moved = before?.onStage?.id !== now.onStage?.id
  if (before?.onStage && moved) await listener.turnEnded?.(before.onStage)
  if (now.onStage && moved && now.phase === 'live') await listener.onStage?.(now.onStage)
  if (now.showcase && !before?.showcase) await listener.showcasePassed?.(0.5)
  if (before?.showcase && !now.showcase) await listener.showcasePassed?.(1)
  if (now.reveal.step > (before?.reveal.step ?? 0)) await listener.stepShown?.(now)
  if (before?.phase === now.phase) return
  if (now.phase === 'live' && before?.phase === 'setup') await listener.doorsOpen?.()
  if (now.phase === 'closed') await listener.closed?.()
  if (now.phase === 'revealing') await listener.revealing?.()
  if (now.phase === 'final') await listener.published?.()
}
