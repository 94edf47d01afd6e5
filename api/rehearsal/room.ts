import type { Update } from '../../web/core/feed/event-stream.ts'
import type { DeskUpdate } from '../schema/stage.ts'
import type { Pace } from './pace.ts'
import type { RehearsalTarget } from './rehearsal-target.ts'
import { openScreen, type Screen } from './screen.ts'
import type { UpdateMonitor } from './update-monitor.ts'

export type Room = {
  stage: Screen
  screens: Screen[]
  panelHasScored(): boolean
}

const followerCount = 3

export async function openRoom(
  { event, anonymous, organiser }: RehearsalTarget,
  monitor: UpdateMonitor,
  pace: Pace,
): Promise<Room> {
  let desk: DeskUpdate | undefined
  const readDeskUpdate = (update: Update, screen: Screen) => {
    monitor.desk(update, screen)
    if (update.name === 'desk') desk = { ...desk, ...JSON.parse(update.data) }
  }
  const common = { slug: event.slug, signal: pace.signal }
  const openProjector = () =>
    openScreen({ ...common, client: anonymous, kind: 'stage', onFeedUpdate: monitor.anonymous })
  const openPhone = () =>
    openScreen({ ...common, client: anonymous, kind: 'phone', query: 'counts=off', onFeedUpdate: monitor.anonymous })
  const stage = openProjector()
  const screens = [
    ...[stage, openProjector(), openProjector()],
    ...Array.from({ length: followerCount }, openPhone),
    openScreen({ ...common, client: organiser, kind: 'desk', query: 'as=organiser', onFeedUpdate: readDeskUpdate }),
  ]
  await pace.waitUntil(() => screens.every((screen) => screen.latest() !== undefined), 300)

  return {
    stage,
    screens,
    panelHasScored() {
      const panel = desk?.panel.filter((judge) => judge.status === 'admitted' && !judge.away) ?? []
      return (desk?.version ?? 0) >= (stage.latest()?.version ?? 0) && panel.every((judge) => judge.in)
    },
  }
}
