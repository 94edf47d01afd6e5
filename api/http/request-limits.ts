import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { AppContext } from '../context.ts'
import { refuse, TooMany } from '../rules/refusal.ts'
import { findSlugByCode } from '../store/events.ts'
import type { Caller } from '../store/keys.ts'

/** The socket's other end; undefined where there is no socket. */
function socketAddress(c: Context): string | undefined {
  try {
    return getConnInfo(c).remote.address
  } catch {
    return undefined
  }
}

/** Whom the nearest proxy says it speaks for, else the other end. A made-up header can only make one guesser into many. */
function publicAddress(c: Context): string {
  const last = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return `${socketAddress(c)} ${last ?? ''}`
}

/** Asked from this very machine, with no proxy between. */
export function isOwnMachine(c: Context): boolean {
  const address = socketAddress(c)
  const proxied = ['x-forwarded-for', 'x-forwarded-proto', 'forwarded', 'via'].some((name) => c.req.header(name))
  return !proxied && (address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1')
}

/** Refuses whoever has to wait, and says for how long. */
export function unlessTooMany(waitSeconds: number): void {
  if (waitSeconds > 0) throw new TooMany(waitSeconds)
}

/** What changes something takes its turn by who asks, never by the address: a room shares one. */
export function takeTurn(context: AppContext, { role, eventId, judgeId, entryId }: Caller): void {
  const { guest, team, staff } = context.limits
  const limit = role === 'judge' ? guest : role === 'team' ? team : staff
  unlessTooMany(limit.take(`${role} ${eventId} ${judgeId ?? entryId ?? ''}`))
}

/** A judge who joins by the code. One address uses up its own budget before it takes from the event's. */
export function takeJoin(c: Context, { limits }: AppContext, eventId: string): void {
  unlessTooMany(limits.joinFrom.take(`${eventId} ${publicAddress(c)}`))
  unlessTooMany(limits.join.take(eventId))
}

/** The event that a code stands for. Whoever tries many that are none has to wait, before it is known whether the next is one. */
export async function slugOfCode(c: Context, context: AppContext, typed: string): Promise<string> {
  const { wrongCode, wrongCodes } = context.limits
  const from = publicAddress(c)
  unlessTooMany(Math.max(wrongCode.wait(from), wrongCodes.wait('')))
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const slug = await findSlugByCode(context.db.sql, code)
  if (slug !== undefined) return slug
  wrongCode.take(from)
  wrongCodes.take('')
  return refuse('no-such-event')
}
