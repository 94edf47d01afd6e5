import { api, ask } from '../../core/api.ts'

const links = new Map<string, string>()

export async function secondPhoneLink(slug: string, judgeId: string): Promise<string> {
  const link = links.get(judgeId)
  if (link) return link
  const { judgeKey } = await ask(api.events[':slug'].judges.me.key.$post({ param: { slug } }))
  const address = `${location.origin}/e/${encodeURIComponent(slug)}/judge#k=${judgeKey}`
  links.set(judgeId, address)
  return address
}
