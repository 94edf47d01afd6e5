import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { House } from '../context.ts'
import { refuse } from '../rules/refusal.ts'
import type { Role } from '../schema/session.ts'
import type { Door } from '../store/keys.ts'
import { asksForKey } from './openapi.ts'
import { takeTurn } from './request-limits.ts'

// A cookie for each role and event: an organiser who opens a judge's link to try it is still at the desk.
const cookieName = (role: Role, slug: string | null | undefined) =>
  role === 'owner' ? 'demo-hour-owner' : `demo-hour-${role}-${slug}`

const cookieDays = 60

export function keepKey(c: Context, role: Role, slug: string | null | undefined, key: string): void {
  setCookie(c, cookieName(role, slug), key, {
    path: '/api',
    httpOnly: true,
    sameSite: 'Strict',
    secure: new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https',
    maxAge: cookieDays * 24 * 3600,
  })
}

/**
 * A page of another site must not move the show with this browser's cookies. They are SameSite=Strict already; this is the second
 * bolt. Programs send neither header and carry no cookies.
 */
export const sameSiteOnly = createMiddleware(async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    if (site !== undefined && site !== 'same-origin' && site !== 'none') refuse('cross-site')
    if (site === undefined && origin !== undefined && !sameHost(origin, c.req.header('host'))) refuse('cross-site')
  }
  await next()
})

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}

/** Every door that this browser's cookies open, checked. */
export async function openDoors(c: Context, house: House): Promise<Door[]> {
  const keys = Object.entries(getCookie(c)).filter(([name]) => name.startsWith('demo-hour-'))
  const doors = await Promise.all(keys.map(([, key]) => house.memory.door(key)))
  return doors.filter((door) => door !== undefined)
}

export function forgetKey(c: Context, role: Role, slug: string): void {
  setCookie(c, cookieName(role, slug), '', { path: '/api', maxAge: 0 })
}

export function forgetKeys(c: Context): void {
  for (const name of Object.keys(getCookie(c)))
    if (name.startsWith('demo-hour-')) setCookie(c, name, '', { path: '/api', maxAge: 0 })
}

/** Who is asking: the door that the key sent with this call opens. Refuses no key, an unknown one, and one for another door. */
export async function whoAsks(c: Context, house: House, roles: Role[], slug?: string): Promise<Door> {
  const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const keys = bearer === undefined ? roles.map((role) => getCookie(c, cookieName(role, slug))) : [bearer]
  const given = keys.filter((key) => key !== undefined)
  if (given.length === 0) refuse('key-needed')
  for (const key of given) {
    const door = await house.memory.door(key)
    if (!door) continue
    if (roles.includes(door.role) && (door.role === 'owner' || door.slug === slug)) return door
    refuse('wrong-door')
  }
  return refuse('key-unknown')
}

/** Guards a route under /events/:slug (or the owner's): the handler finds the door in `c.var.door`. */
export const door = (house: House, ...roles: [Role, ...Role[]]) => {
  const guard = createMiddleware<{ Variables: { door: Door } }>(async (c, next) => {
    const slug = c.req.param('slug')
    // First whether the event is there at all, so that a mistyped address is told apart from a wrong key.
    if (slug !== undefined) await house.memory.eventId(slug)
    const asks = await whoAsks(c, house, roles, slug)
    if (c.req.method !== 'GET') takeTurn(house, asks)
    c.set('door', asks)
    await next()
  })
  return asksForKey(guard, roles.join(' or '))
}
