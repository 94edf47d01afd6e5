import type { Accessor } from 'solid-js'
import { countOf } from '../../../api/rules/words/plural.ts'
import type { JudgeBody, MergePreview } from '../../../api/schema/judge.ts'
import { api, ask } from '../../../web/core/api.ts'
import type { NoticeLine } from '../notice.ts'
import type { DeskRequests } from '../requests.ts'

export type JudgeChanges = ReturnType<typeof createJudgeChanges>

export function createJudgeChanges(
  slug: string,
  nowMs: Accessor<number>,
  requests: DeskRequests,
  noticeLine: NoticeLine,
) {
  const { judges } = api.events[':slug']
  const routes = judges[':id']
  return {
    async change(id: string, action: 'admit' | 'remove' | 'away' | 'back') {
      await requests.send(() => ask(routes[action].$post({ param: { slug, id } })))
    },
    async removeRecent(withinMs: number) {
      const since = new Date(nowMs() - withinMs).toISOString()
      const result = await requests.send(() => ask(judges['remove-recent'].$post({ param: { slug }, json: { since } })))
      if (result) noticeLine.notify(`${countOf(result.removed, 'judge')} removed.`)
    },
    async correct(id: string, json: JudgeBody): Promise<boolean> {
      return (await requests.send(() => ask(routes.$patch({ param: { slug, id }, json })))) !== undefined
    },
    previewMerge: (id: string, otherId: string): Promise<MergePreview | undefined> =>
      requests.send(() => ask(routes.merge[':otherId'].$get({ param: { slug, id, otherId } }))),
    async merge(id: string, otherId: string) {
      await requests.send(() => ask(routes.merge.$post({ param: { slug, id }, json: { otherId } })))
    },
  }
}
