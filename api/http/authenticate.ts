import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { AppContext } from '../context.ts'
import { refuse } from '../rules/refusal.ts'
import type { Role } from '../schema/session.ts'
import type { Caller } from '../store/keys.ts'
import { socketAddress } from './client-address.ts'
import { describeGuard } from './openapi.ts'
import { limitCaller, limitCaptions } from './request-limits.ts'

// A cookie for each role and event: an organiser who opens a judge's link to try it is still at the desk.
const cookieName = (role: Role, slug: string | null | undefined) =>
  role === 'owner' ? 'demo-hour-owner' : `demo-hour-${role}-${slug}`

export const cookieDays = 60

export const isHttps = (c: Context) =>
  new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'

export function setKeyCookie(c: Context, role: Role, slug: string | null | undefined, key: string): void {
  setCookie(c, cookieName(role, slug), key, {
    path: '/api',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isHttps(c),
    maxAge: cookieDays * 24 * 3600,
  })
}

/**
 * A page of another site must not move the show with this browser's cookies. They are SameSite=Strict, too. Browsers send
 * `sec-fetch-site` over https and to this machine; over plain http the page's origin is compared with the addresses of this server:
 * PUBLIC_URL, the Host header, and X-Forwarded-Host of a trusted proxy. Programs send neither header and carry no cookies.
 */
export const sameSiteOnly = (context: AppContext) =>
  createMiddleware(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    if (site !== undefined && site !== 'same-origin' && site !== 'none') refuse('cross-site')
    if (site === undefined && origin !== undefined && !isOwnOrigin(c, context, origin))
      refuse(
        'cross-site',
        `If ${origin.slice(0, 100)} is this server's own address, a proxy hides it: start the server with it as PUBLIC_URL, or let the proxy pass on the Host header`,
      )
    return next()
  })

function isOwnOrigin(c: Context, context: AppContext, origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const forwarded = context.trustedProxies.has(socketAddress(c)) ? c.req.header('x-forwarded-host') : undefined
  const { host } = new URL(origin)
  return host === new URL(context.address).host || host === c.req.header('host') || host === forwarded
}

/** Everyone whose key this browser holds as a cookie, as far as the keys still work. */
export async function listCallers(c: Context, context: AppContext): Promise<Caller[]> {
  c.header('cache-control', 'private, no-cache')
  const keys = Object.entries(getCookie(c)).filter(([name]) => name.startsWith('demo-hour-'))
  const callers = await Promise.all(keys.map(([, key]) => context.eventCache.findCaller(key)))
  return callers.filter((caller) => caller !== undefined)
}

export function clearKeyCookie(c: Context, role: Role, slug: string): void {
  setCookie(c, cookieName(role, slug), '', { path: '/api', maxAge: 0 })
}

export function clearKeyCookies(c: Context): void {
  for (const name of Object.keys(getCookie(c)))
    if (name.startsWith('demo-hour-')) setCookie(c, name, '', { path: '/api', maxAge: 0 })
}

/** The caller, by the bearer key or by the cookie of one of these roles. Refuses a missing key, an unknown one, and one of another role or event. */
export async function authenticate(c: Context, context: AppContext, roles: Role[], slug?: string): Promise<Caller> {
  c.header('cache-control', 'no-store')
  const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const accepted = acceptedRoles(roles)
  const keys = bearer === undefined ? accepted.map((role) => getCookie(c, cookieName(role, slug))) : [bearer]
  const sentKeys = keys.filter((key) => key !== undefined)
  if (sentKeys.length === 0) refuse('key-needed')
  for (const key of sentKeys) {
    const caller = await context.eventCache.findCaller(key)
    if (!caller) continue
    if (accepted.includes(caller.role) && (caller.role === 'owner' || caller.slug === slug)) return caller
    refuse('wrong-door')
  }
  return refuse('key-unknown')
}

const acceptedRoles = (roles: Role[]) => (roles.includes('organiser') ? [...new Set<Role>([...roles, 'owner'])] : roles)

/** Guards a route under /events/:slug, or one of the owner's. The handler reads the caller from `c.var.caller`. */
export const requireRole = (context: AppContext, ...roles: [Role, ...Role[]]) =>
  guardRoute(context, roles, (caller) => limitCaller(context, caller))

/** Captions have a limit of their own: a quick feed must not use up the presses of the remote control whose key it has. */
export const requireCaptioner = (context: AppContext) =>
  guardRoute(context, ['organiser', 'remote'], (_caller, eventId) => limitCaptions(context, eventId!))

function guardRoute(context: AppContext, roles: Role[], limit: (caller: Caller, eventId?: string) => void) {
  const guard = createMiddleware<{ Variables: { caller: Caller } }>(async (c, next) => {
    const slug = c.req.param('slug')
    // The event first: a mistyped address is answered 404 and not 401.
    const eventId = slug === undefined ? undefined : await context.eventCache.eventId(slug)
    const caller = await authenticate(c, context, roles, slug)
    if (c.req.method !== 'GET') limit(caller, eventId)
    c.set('caller', caller.role === 'owner' && eventId !== undefined ? { ...caller, eventId } : caller)
    await next()
  })
  return describeGuard(guard, acceptedRoles(roles).join(' or '))
}
