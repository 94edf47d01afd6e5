import type { Context } from 'hono'
import type { AppContext } from '../context.ts'
import { refuse, TooManyRequests } from '../rules/refusal.ts'
import { findSlugByCode } from '../store/events.ts'
import type { Caller } from '../store/keys.ts'
import { clientAddress, socketAddress } from './client-address.ts'

/** Sent from this machine, with no proxy between. */
export function isOwnMachine(c: Context): boolean {
  const address = socketAddress(c)
  const proxied = ['x-forwarded-for', 'x-forwarded-proto', 'forwarded', 'via'].some((name) => c.req.header(name))
  return !proxied && (address === '127.0.0.1' || address === '::1')
}

/** Refuses with the seconds to wait. */
export function refuseTooMany(waitSeconds: number): void {
  if (waitSeconds > 0) throw new TooManyRequests(waitSeconds)
}

/** Limits mutations by caller, never by address: a room shares one. */
export function limitCaller(context: AppContext, { role, eventId, judgeId, entryId }: Caller): void {
  const { guest, team, staff } = context.limits
  const limit = role === 'judge' ? guest : role === 'team' ? team : staff
  refuseTooMany(limit.take(`${role} ${eventId} ${judgeId ?? entryId ?? ''}`))
}

/** A judge who joins by the code. One address uses up its own budget before it takes from the event's. */
export function limitJoin(c: Context, { limits, trustedProxies }: AppContext, eventId: string): void {
  refuseTooMany(limits.joinFrom.take(`${eventId} ${clientAddress(c, trustedProxies)}`))
  refuseTooMany(limits.join.take(eventId))
}

/** The slug of a code's event; undefined when no event has the code. */
export function findCode(context: AppContext, typed: string): Promise<string | undefined> {
  return findSlugByCode(context.db.sql, typed.toUpperCase().replace(/[^A-Z0-9]/g, ''))
}

/** The same for a code that was typed. An address that tried many wrong codes waits before it learns whether the next one is right. */
export async function slugOfCode(c: Context, context: AppContext, typed: string): Promise<string> {
  const { wrongCode } = context.limits
  const from = clientAddress(c, context.trustedProxies)
  refuseTooMany(wrongCode.wait(from))
  const slug = await findCode(context, typed)
  if (slug !== undefined) return slug
  wrongCode.take(from)
  return refuse('no-such-event')
}
