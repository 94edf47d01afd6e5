import { reconcile } from 'solid-js/store'
import type { BulkJudges } from '../../api/schema/bulk.ts'
import type { Judge, JudgeBody } from '../../api/schema/judge.ts'
import { api, ask } from '../core/api.ts'
import type { Change } from './import/importing.ts'
import { type Organising, publicAddress } from './organising.ts'

/** Changes of the panel. Each resolves once it is saved and rejects with a Problem. */
export function createPanel({ slug, now, setNow, own }: Organising) {
  const at = api.events[':slug'].judges
  const addLink = (id: string, key: string) =>
    setNow('links', id, `${publicAddress(now.event)}/e/${slug}/judge#k=${key}`)

  const change = (id: string, what: 'remove' | 'back') =>
    own(async () => {
      const { judge } = await ask<{ judge: Judge }>(at[':id'][what].$post({ param: { slug, id } }))
      setNow('judges', (judge) => judge.id === id, judge)
    })

  return {
    add: (json: JudgeBody) =>
      own(async () => {
        const made = await ask<{ judge: Judge; judgeKey: string }>(at.$post({ param: { slug }, json }))
        addLink(made.judge.id, made.judgeKey)
        setNow('judges', now.judges.length, made.judge)
        return made.judge
      }),
    /** Many in one call. A repeated call adds nobody twice. */
    addMany: (add: JudgeBody[], change: Change<JudgeBody>[]) =>
      own(async () => {
        const json = { add, change }
        const result = await ask<BulkJudges>(at.many.$post({ param: { slug }, json }))
        for (const { judge, judgeKey } of result.added) if (judgeKey !== null) addLink(judge.id, judgeKey)
        const all = [...result.added.map(({ judge }) => judge), ...result.changed.filter((judge) => judge !== null)]
        const known = new Map(all.map((judge) => [judge.id, judge]))
        const current = now.judges.map((judge) => known.get(judge.id) ?? judge)
        const added = [...known.values()].filter((judge) => !current.some(({ id }) => id === judge.id))
        setNow('judges', reconcile([...current, ...added]))
        return {
          added: result.added.map(({ judgeKey }) => judgeKey !== null),
          changed: result.changed.map((judge) => judge !== null),
        }
      }),
    async admit(id: string) {
      const { judge } = await ask<{ judge: Judge }>(at[':id'].admit.$post({ param: { slug, id } }))
      // Whoever claimed to be a listed judge goes on as that one: two rows have changed.
      if (judge.id !== id) setNow('judges', (row) => row.id === id, { status: 'removed', mergedInto: judge.id })
      setNow('judges', (row) => row.id === judge.id, judge)
    },
    correct: (id: string, json: JudgeBody) =>
      own(async () => {
        const { judge } = await ask<{ judge: Judge }>(at[':id'].$patch({ param: { slug, id }, json }))
        setNow('judges', (row) => row.id === id, judge)
      }),
    remove: (id: string) => change(id, 'remove'),
    back: (id: string) => change(id, 'back'),
    async newLink(id: string) {
      const { judgeKey } = await ask<{ judgeKey: string }>(at[':id'].key.$post({ param: { slug, id } }))
      addLink(id, judgeKey)
    },
    /** An additional link; earlier ones still work. */
    async oneMoreLink(id: string) {
      const json = { only: [id] }
      const { keys } = await ask<{ keys: { judgeKey: string }[] }>(at.keys.$post({ param: { slug }, json }))
      for (const { judgeKey } of keys) addLink(id, judgeKey)
    },
  }
}

export type Panel = ReturnType<typeof createPanel>
