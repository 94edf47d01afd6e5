import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'

export type Serve = Parameters<typeof serve>[0]['fetch']

/**
 * The very same routes on a port of their own that only this machine reaches: whatever PUBLIC_URL, HOST and TLS say, the made-up
 * people find the way in.
 */
export function openOwnDoor(fetch: Serve): Promise<{ url: string; close(): Promise<void> }> {
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
