import type { Cue } from '../../api/schema/cue.ts'
import { api, ask } from '../../web/core/api.ts'
import type { Feed } from '../../web/core/feed/feed.ts'
import type { NoticeLine } from './notice.ts'
import type { DeskRequests } from './requests.ts'

export type CueSender = ReturnType<typeof createCueSender>

/** Each cue carries the version of the stage it was pressed at, so that two desks cannot press twice. */
export function createCueSender(slug: string, feed: Feed, requests: DeskRequests, noticeLine: NoticeLine) {
  async function send(cue: Cue): Promise<boolean> {
    const json = { ...cue, ifVersion: feed.stage()?.version }
    const stage = await requests.send(() => ask(api.events[':slug'].cues.$post({ param: { slug }, json })))
    if (stage) feed.adoptStage(stage)
    if (stage && cue.cue === 'undo') noticeLine.notify('Undone.')
    return stage !== undefined
  }
  return { send }
}
