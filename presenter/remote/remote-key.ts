import type { Role } from '../../api/schema/session.ts'
import { api, ask, Problem } from '../../web/core/api.ts'

export async function readRemoteKey(slug: string): Promise<Role> {
  const { doors } = await ask(api.session.$get())
  const key = doors.find(
    ({ role, eventSlug }) => role === 'owner' || ((role === 'remote' || role === 'organiser') && eventSlug === slug),
  )
  if (!key) throw new Problem('key-needed', 'The remote control opens with its own link', 401)
  return key.role
}
