import type { ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { isDiskFull } from '../operations/database-health.ts'
import { Invalid, Refusal, type RefusalCode, RetryLater, refusals, SameName } from '../rules/refusal.ts'
import type { Problem } from '../schema/problem.ts'

export function problemOf(
  code: RefusalCode,
  more: Pick<Problem, 'detail' | 'fields' | 'cost' | 'candidates'> = {},
): Problem {
  const { status, title } = refusals[code]
  return { type: `/problems/${code}`, title, status, ...more }
}

/** The only place an error becomes HTTP. */
export const toProblem =
  (log: (failure: unknown, requestId?: string) => void): ErrorHandler =>
  (error, c) => {
    const problem = whichProblem(error)
    // DatabaseHealth logs an unreachable or full database once; do not log it for every request.
    if (problem.status === 500) log(error, c.get('requestId'))
    return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(error instanceof RetryLater ? { 'retry-after': String(error.retryAfterSeconds) } : {}),
    })
  }

function whichProblem(error: Error): Problem {
  if (error instanceof SameName) return problemOf(error.code, { candidates: error.candidates })
  if (error instanceof Refusal) return problemOf(error.code, { detail: error.detail, cost: error.cost })
  if (error instanceof Invalid) return problemOf('invalid', { fields: error.fields })
  if (error instanceof HTTPException && error.status === 400) return problemOf('not-json')
  if (error instanceof HTTPException && error.status === 413) return problemOf('body-too-large')
  if (isOfGoneEvent(error)) return problemOf('no-such-event')
  if (isDiskFull(error) || (error as { code?: unknown }).code === 'ENOSPC') return problemOf('disk-full')
  if (isDatabaseAway(error)) return problemOf('database-away')
  return {
    type: '/problems/bug',
    title: 'Something went wrong on the server. Nothing was lost; please try again',
    status: 500,
  }
}

/** The event was deleted meanwhile: a foreign key failed. */
function isOfGoneEvent(error: Error): boolean {
  const { code, constraint_name: constraint } = error as { code?: unknown; constraint_name?: unknown }
  return code === '23503' && /_event_id_fkey$/.test(String(constraint))
}

const awayCodes = new Set([
  ...['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT', 'CONNECTION_CONNECT_TIMEOUT'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT'],
  ...['57P01', '57P02', '57P03', '08006', '08001', '08003', '53300'],
])

/** The connection failed, and not the statement. */
export function isDatabaseAway(failure: unknown): boolean {
  return awayCodes.has(String((failure as { code?: unknown } | undefined)?.code))
}
