import type { Update } from '../../web/core/feed/event-stream.ts'
import type { DeskUpdate } from '../schema/stage.ts'
import type { Pace } from './pace.ts'
import type { RehearsalTarget } from './rehearsal-target.ts'
import { openScreen, type Screen } from './screen.ts'
import type { UpdateMonitor } from './update-monitor.ts'

/** The screens that stand in the room whoever judges: two projectors, the backstage, the desk, and phones that only follow. */
export type Room = {
  stage: Screen
  all: Screen[]
  /** Every judge who is not away has finished with the team on stage, by what the desk was told last. */
  panelIsIn(): boolean
}

const followers = 3

export async function openRoom(
  { event, nobody, organiser }: RehearsalTarget,
  monitor: UpdateMonitor,
  pace: Pace,
): Promise<Room> {
  let desk: DeskUpdate | undefined
  const readDeskUpdate = (update: Update, screen: Screen) => {
    monitor.desk(update, screen)
    if (update.name === 'desk') desk = { ...desk, ...JSON.parse(update.data) }
  }
  const follow = { slug: event.slug, signal: pace.signal }
  const projector = () => openScreen({ ...follow, caller: nobody, kind: 'stage', onFeedUpdate: monitor.nobody })
  const phone = () =>
    openScreen({ ...follow, caller: nobody, kind: 'phone', query: 'counts=off', onFeedUpdate: monitor.nobody })
  const stage = projector()
  const all = [
    ...[stage, projector(), projector()],
    ...Array.from({ length: followers }, phone),
    openScreen({ ...follow, caller: organiser, kind: 'desk', query: 'as=organiser', onFeedUpdate: readDeskUpdate }),
  ]
  await pace.waitUntil(() => all.every((screen) => screen.latest() !== undefined), 300)

  return {
    stage,
    all,
    panelIsIn() {
      const panel = desk?.panel.filter((judge) => judge.status === 'admitted' && !judge.away) ?? []
      return (desk?.version ?? 0) >= (stage.latest()?.version ?? 0) && panel.every((judge) => judge.in)
    },
  }
}
