import { reconcile } from 'solid-js/store'
import type { BulkJudges } from '../../api/schema/bulk.ts'
import type { Judge, JudgeBody, JudgeChanges } from '../../api/schema/judge.ts'
import { api, ask } from '../core/api.ts'
import type { Change } from './import/importing.ts'
import type { Organising } from './organising.ts'

export function createPanel(organising: Organising) {
  const { slug, now, setNow, save } = organising
  const routes = api.events[':slug'].judges
  const addLink = (id: string, key: string) => organising.addLink('judge', id, key, false)

  const change = (id: string, action: 'remove' | 'away' | 'back') =>
    save(async () => {
      const { judge } = await ask<{ judge: Judge }>(routes[':id'][action].$post({ param: { slug, id } }))
      setNow('judges', (judge) => judge.id === id, judge)
    })

  return {
    add: (json: JudgeBody) =>
      save(async () => {
        const created = await ask<{ judge: Judge; judgeKey: string }>(routes.$post({ param: { slug }, json }))
        addLink(created.judge.id, created.judgeKey)
        setNow('judges', now.judges.length, created.judge)
        return created.judge
      }),
    addMany: (add: JudgeBody[], change: Change<JudgeBody>[]) =>
      save(async () => {
        const json = { add, change }
        const result = await ask<BulkJudges>(routes.many.$post({ param: { slug }, json }))
        for (const { judge, judgeKey } of result.added) if (judgeKey !== null) addLink(judge.id, judgeKey)
        const all = [...result.added.map(({ judge }) => judge), ...result.changed.filter((judge) => judge !== null)]
        const changedById = new Map(all.map((judge) => [judge.id, judge]))
        const current = now.judges.map((judge) => changedById.get(judge.id) ?? judge)
        const added = [...changedById.values()].filter((judge) => !current.some(({ id }) => id === judge.id))
        setNow('judges', reconcile([...current, ...added]))
        return {
          added: result.added.map(({ judgeKey }) => judgeKey !== null),
          changed: result.changed.map((judge) => judge !== null),
        }
      }),
    async admit(id: string) {
      const { judge } = await ask<{ judge: Judge }>(routes[':id'].admit.$post({ param: { slug, id } }))
      // Someone who claimed to be a listed judge continues as that judge: two rows have changed.
      if (judge.id !== id) setNow('judges', (row) => row.id === id, { status: 'removed', mergedInto: judge.id })
      setNow('judges', (row) => row.id === judge.id, judge)
    },
    correct: (id: string, json: JudgeChanges) =>
      save(async () => {
        const { judge } = await ask<{ judge: Judge }>(routes[':id'].$patch({ param: { slug, id }, json }))
        setNow('judges', (row) => row.id === id, judge)
      }),
    remove: (id: string) => change(id, 'remove'),
    markAway: (id: string) => change(id, 'away'),
    markPresent: (id: string) => change(id, 'back'),
  }
}

export type Panel = ReturnType<typeof createPanel>
