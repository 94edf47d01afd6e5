import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'

export type Serve = Parameters<typeof serve>[0]['fetch']

/**
 * The same routes on a port of 127.0.0.1, so that rehearsals reach them whatever PUBLIC_URL, HOST and TLS are.
 */
export function openLoopbackServer(fetch: Serve): Promise<{ url: string; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
    server.on('error', reject)
  })
}
