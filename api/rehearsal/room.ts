import type { Update } from '../../web/core/feed/event-stream.ts'
import type { DeskUpdate } from '../schema/stage.ts'
import type { Hall } from './hall.ts'
import type { Pace } from './pace.ts'
import { openScreen, type Screen } from './screen.ts'
import type { Watch } from './watch.ts'

/** The screens that stand in the room whoever judges: two projectors, the backstage, the desk, and phones that only follow. */
export type Room = {
  stage: Screen
  all: Screen[]
  /** Every judge who is not away has finished with the team on stage, by what the desk was told last. */
  panelIsIn(): boolean
}

const followers = 3

export async function openRoom({ event, nobody, organiser }: Hall, watch: Watch, pace: Pace): Promise<Room> {
  let desk: DeskUpdate | undefined
  const hearDesk = (update: Update, screen: Screen) => {
    watch.desk(update, screen)
    if (update.name === 'desk') desk = { ...desk, ...JSON.parse(update.data) }
  }
  const follow = { slug: event.slug, signal: pace.signal }
  const projector = () => openScreen({ ...follow, caller: nobody, kind: 'stage', hear: watch.nobody })
  const phone = () => openScreen({ ...follow, caller: nobody, kind: 'phone', query: 'counts=off', hear: watch.nobody })
  const stage = projector()
  const all = [
    ...[stage, projector(), projector()],
    ...Array.from({ length: followers }, phone),
    openScreen({ ...follow, caller: organiser, kind: 'desk', query: 'as=organiser', hear: hearDesk }),
  ]
  await pace.waitUntil(() => all.every((screen) => screen.latest() !== undefined), 300)

  return {
    stage,
    all,
    panelIsIn() {
      const panel = desk?.panel.filter((one) => one.status === 'admitted' && !one.away) ?? []
      return (desk?.version ?? 0) >= (stage.latest()?.version ?? 0) && panel.every((one) => one.in)
    },
  }
}
