import type { Context } from 'hono'
import type { AppContext } from '../context.ts'
import { parseCode } from '../rules/event/codes.ts'
import { refuse } from '../rules/refusal.ts'
import { findByCode } from '../store/entries/codes.ts'
import { clientAddress } from './client-address.ts'
import { refuseTooMany } from './request-limits.ts'

/** An address with too many wrong codes must wait before the next one is checked. */
export async function findEntryOfCode(
  c: Context,
  context: AppContext,
  typed: string,
): Promise<{ eventSlug: string; entryId?: string }> {
  const { wrongCode } = context.limits
  const from = clientAddress(c, context.trustedProxies)
  refuseTooMany(wrongCode.wait(from))
  const code = parseCode(typed)
  const found = code && (await findByCode(context.db.sql, code))
  if (found && !code.entry) return { eventSlug: found.eventSlug }
  if (found?.entryId) return { eventSlug: found.eventSlug, entryId: found.entryId }
  wrongCode.take(from)
  return refuse(found ? 'no-such-entry' : 'no-such-event')
}
