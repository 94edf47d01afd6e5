import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { refuse } from '../rules/refusal.ts'

/**
 * Refuses a body above `maxSize` bytes. Almost every body's length is told beforehand, and the parser holds the sender to it; Hono's own
 * limit would make a web stream of each, which costs a ballot more than anything else on its way.
 */
export function limitBody(maxSize: number): MiddlewareHandler {
  const onError = () => refuse('body-too-large')
  const counted = bodyLimit({ maxSize, onError })
  return (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const declaredSize = c.req.header('content-length')
    if (declaredSize === undefined || c.req.header('transfer-encoding') !== undefined) return counted(c, next)
    return Number(declaredSize) > maxSize ? onError() : next()
  }
}
