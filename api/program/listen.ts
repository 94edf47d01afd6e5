import { createServer as createTlsServer } from 'node:https'
import { type ServerType, serve } from '@hono/node-server'
import type { Config } from '../config.ts'
import { StartProblem } from '../database/start-problem.ts'

/**
 * Limits the time to send a request (long enough for the largest archive over a slow line), so that a deliberately slow client cannot hold
 * connections. Responses have no limit, so a feed lasts as long as its screen.
 */
const timeouts = { headersTimeout: 15_000, requestTimeout: 180_000, connectionsCheckingInterval: 5_000 }
/** Twice the screens for which one instance is measured; clients beyond that reconnect to another instance. */
const maxConnections = 20_000

/** Rejects with a `StartProblem` when the port cannot be opened. */
export function listen(fetch: Parameters<typeof serve>[0]['fetch'], config: Config): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const serverOptions = { ...timeouts, ...config.tls }
    const secure = config.tls ? { createServer: createTlsServer } : {}
    const place = { port: config.port, hostname: config.host }
    const server = serve({ fetch, ...place, serverOptions, ...secure }, () => resolve(server))
    server.maxConnections = maxConnections
    server.on('error', (failure: NodeJS.ErrnoException) => {
      reject(new StartProblem(whyNotOpen(failure, config)))
    })
  })
}

function whyNotOpen({ code }: NodeJS.ErrnoException, { port, host }: Config): string {
  if (code === 'EADDRINUSE')
    return `PORT ${port} is in use by another program, perhaps another Demo Hour. Stop that one, or set PORT to another number, such as ${port === 65535 ? 3000 : port + 1}.`
  if (code === 'EACCES')
    return `PORT ${port} is not for this user to open. Set PORT to 1024 or more, such as 3000, and let a proxy pass port ${port} on to it.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EINVAL')
    return `HOST ${host} is no address of this machine. Leave HOST out to listen on all of them.`
  return `PORT ${port} on HOST ${host} cannot be opened (${code}).`
}
