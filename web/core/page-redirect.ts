import type { Role, Session } from '../../api/schema/session.ts'

const pages: Record<Role, (slug: string) => string> = {
  owner: () => '/owner',
  organiser: (slug) => `/e/${slug}/organise`,
  remote: (slug) => `/present/${slug}/remote`,
  judge: (slug) => `/e/${slug}/judge`,
  team: (slug) => `/e/${slug}/team`,
}

export function redirectToOwnPage(session: Session | undefined): boolean {
  if (!session) return false
  const page = pages[session.role](session.eventSlug ?? '')
  if (page === location.pathname || location.pathname.startsWith(`${page}/`)) return false
  location.replace(page)
  return true
}
