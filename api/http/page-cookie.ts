import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { cookieDays, isHttps } from './authenticate.ts'

const prefix = 'page-'
const name = (role: 'judge' | 'team', slug: string) => `${prefix}${role}-${slug}`

export type KeyOwner = { role: string; slug: string | null; entryId?: string | null }

/**
 * Records whose page this browser opens, so that a scanned code leads there without a page in between. Key cookies are sent to /api only. It
 * is no secret and opens nothing: whoever forges it reaches a page that asks for a key.
 */
export function setPageCookie(c: Context, { role, slug, entryId }: KeyOwner): void {
  if (slug === null || (role !== 'judge' && role !== 'team')) return
  setCookie(c, name(role, slug), entryId ?? '1', {
    path: '/',
    httpOnly: true,
    // Sent when another app, such as the camera, opens the address.
    sameSite: 'Lax',
    secure: isHttps(c),
    maxAge: cookieDays * 24 * 3600,
  })
}

export const judgesHere = (c: Context, slug: string) => getCookie(c, name('judge', slug)) !== undefined

export const teamEntryHere = (c: Context, slug: string) => getCookie(c, name('team', slug))

export function clearPageCookies(c: Context): void {
  for (const cookie of Object.keys(getCookie(c)))
    if (cookie.startsWith(prefix)) setCookie(c, cookie, '', { path: '/', maxAge: 0 })
}
