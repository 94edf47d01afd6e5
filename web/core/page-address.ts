import type { Session } from '../../api/schema/session.ts'
import { api, ask, Problem } from './api.ts'

export function slugOfPage(): string {
  return decodeURIComponent(location.pathname.split('/')[2] ?? '')
}

export function keyOfPage(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('k')
}

/** Where a scanned code leads: /e/SLUG/judge#entry=ID. */
export function entryIdOfPage(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('entry')
}

/** Trades the key in the fragment for a cookie and removes it from the address. Offline it stays for the next try. */
export async function tradeKey(): Promise<Session | undefined> {
  const key = keyOfPage()
  if (!key) return undefined
  const removeKey = () => history.replaceState(history.state, '', location.pathname + location.search)
  try {
    const session = await ask(api.session.$post({ json: { key } }))
    removeKey()
    return session
  } catch (problem) {
    if (problem instanceof Problem && problem.status >= 400 && problem.status < 500) removeKey()
    throw problem
  }
}
