import type { Judge, JudgeBody } from '../../api/schema/judge.ts'
import { api, ask } from './api.ts'
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
    admit: (id: string) => change(id, 'admit'),
    remove: (id: string) => change(id, 'remove'),
    back: (id: string) => change(id, 'back'),
    async newLink(id: string) {
      const { judgeKey } = await ask<{ judgeKey: string }>(at[':id'].key.$post({ param: { slug, id } }))
      remember(id, judgeKey)
    },
  }
}

export type Panel = ReturnType<typeof createPanel>
