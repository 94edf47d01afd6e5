import type { Context } from 'hono'
import type { AppContext } from '../context.ts'
import { TooManyRequests } from '../rules/refusal.ts'
import type { Caller } from '../store/keys.ts'
import { clientAddress, socketAddress } from './client-address.ts'

export function isOwnMachine(c: Context): boolean {
  const address = socketAddress(c)
  const proxied = ['x-forwarded-for', 'x-forwarded-proto', 'forwarded', 'via'].some((name) => c.req.header(name))
  return !proxied && (address === '127.0.0.1' || address === '::1')
}

export function refuseTooMany(waitSeconds: number): void {
  if (waitSeconds > 0) throw new TooManyRequests(waitSeconds)
}

/** By caller, never by address: a room shares one address. */
export function limitCaller(context: AppContext, { role, eventId, judgeId, entryId }: Caller): void {
  const { judge, team, remote, staff } = context.limits
  const limit = { judge, team, remote, organiser: staff, owner: staff }[role]
  refuseTooMany(limit.take(`${role} ${eventId} ${judgeId ?? entryId ?? ''}`))
}

export function limitCaptions({ limits }: AppContext, eventId: string): void {
  refuseTooMany(limits.captions.take(eventId))
}

/** Takes from the address's limit first, so that one address cannot use up the event's. */
export function limitJoin(c: Context, { limits, trustedProxies }: AppContext, eventId: string): void {
  refuseTooMany(limits.joinFrom.take(`${eventId} ${clientAddress(c, trustedProxies)}`))
  refuseTooMany(limits.join.take(eventId))
}
