import { reconcile } from 'solid-js/store'
import type { JudgesBrought } from '../../api/schema/bring-in.ts'
import type { Judge, JudgeBody } from '../../api/schema/judge.ts'
import { api, ask } from '../core/api.ts'
import type { Change } from './import/importing.ts'
import { type Organising, publicAddress } from './organising.ts'

/** What the organiser does to the panel: each resolves once it is kept, and rejects with a Problem. */
export function createPanel({ slug, now, setNow, own }: Organising) {
  const at = api.events[':slug'].judges
  const remember = (id: string, key: string) =>
    setNow('links', id, `${publicAddress(now.event)}/e/${slug}/judge#k=${key}`)

  const change = (id: string, what: 'admit' | 'remove' | 'back') =>
    own(async () => {
      const { judge } = await ask<{ judge: Judge }>(at[':id'][what].$post({ param: { slug, id } }))
      setNow('judges', (one) => one.id === id, judge)
    })

  return {
    add: (json: JudgeBody) =>
      own(async () => {
        const made = await ask<{ judge: Judge; judgeKey: string }>(at.$post({ param: { slug }, json }))
        remember(made.judge.id, made.judgeKey)
        setNow('judges', now.judges.length, made.judge)
        return made.judge
      }),
    /** Many at once. Who is there already is added no second time, so that it may be asked again. */
    bringIn: (add: JudgeBody[], change: Change<JudgeBody>[]) =>
      own(async () => {
        const json = { add, change }
        const brought = await ask<JudgesBrought>(at.many.$post({ param: { slug }, json }))
        for (const { judge, judgeKey } of brought.added) if (judgeKey !== null) remember(judge.id, judgeKey)
        const all = [...brought.added.map((one) => one.judge), ...brought.changed.filter((one) => one !== null)]
        const known = new Map(all.map((judge) => [judge.id, judge]))
        const kept = now.judges.map((judge) => known.get(judge.id) ?? judge)
        const fresh = [...known.values()].filter((judge) => !kept.some((one) => one.id === judge.id))
        setNow('judges', reconcile([...kept, ...fresh]))
        return {
          added: brought.added.map((one) => one.judgeKey !== null),
          changed: brought.changed.map((one) => one !== null),
        }
      }),
    admit: (id: string) => change(id, 'admit'),
    remove: (id: string) => change(id, 'remove'),
    back: (id: string) => change(id, 'back'),
    async newLink(id: string) {
      const { judgeKey } = await ask<{ judgeKey: string }>(at[':id'].key.$post({ param: { slug, id } }))
      remember(id, judgeKey)
    },
    /** One more, beside those that are out. */
    async oneMoreLink(id: string) {
      const json = { only: [id] }
      const { keys } = await ask<{ keys: { judgeKey: string }[] }>(at.keys.$post({ param: { slug }, json }))
      for (const { judgeKey } of keys) remember(id, judgeKey)
    },
  }
}

export type Panel = ReturnType<typeof createPanel>
