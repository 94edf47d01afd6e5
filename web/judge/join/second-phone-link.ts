import { api, ask } from '../../core/api.ts'

const made = new Map<string, string>()

/** The address that opens this judge's ballots on another phone; asked again on one visit it is the same. Rejects with a Problem. */
export async function wayInForAnotherPhone(slug: string, judgeId: string): Promise<string> {
  const before = made.get(judgeId)
  if (before) return before
  const { judgeKey } = await ask(api.events[':slug'].judges.me.key.$post({ param: { slug } }))
  const address = `${location.origin}/e/${encodeURIComponent(slug)}/judge#k=${judgeKey}`
  made.set(judgeId, address)
  return address
}
