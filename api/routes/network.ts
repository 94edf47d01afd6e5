import { Hono } from 'hono'
import { z } from 'zod'
import type { AppContext } from '../context.ts'
import { requireRole } from '../http/authenticate.ts'
import { clientAddress } from '../http/client-address.ts'
import { body, describe } from '../http/openapi.ts'
import { isOwnAddress } from '../operations/public-address.ts'
import { refuse } from '../rules/refusal.ts'
import { addressChoice, type Network, network } from '../schema/network.ts'

export const networkRoutes = (context: AppContext) =>
  new Hono()
    .get(
      '/network',
      describe('The addresses under which phones may reach this server, and when one last came', network),
      requireRole(context, 'owner'),
      async (c) => c.json(await readNetwork(context)),
    )
    .put(
      '/network',
      describe('Chooses the address for codes and links among those of this machine', network, ['no-such-address']),
      requireRole(context, 'owner'),
      body(addressChoice),
      async (c) => {
        const { address } = c.req.valid('json')
        if (!context.phoneAddresses.list().some((named) => named.address === address)) refuse('no-such-address')
        await context.phoneAddresses.choose(address)
        return c.json(await readNetwork(context))
      },
    )
    .post(
      '/network/visits',
      describe(
        'A phone reports that it has reached this server; one that runs on the server’s own machine does not count',
        z.object({ counted: z.boolean() }),
      ),
      (c) => {
        const isElsewhere = !isOwnAddress(clientAddress(c, context.trustedProxies))
        const counted =
          isElsewhere &&
          context.phoneAddresses.recordVisit(
            addressOf(c.req.url, c.req.header('x-forwarded-proto')),
            new Date(context.now()).toISOString(),
          )
        return c.json({ counted })
      },
    )

/** Follows a change of network: a laptop is often started before it joins the hall's Wi-Fi. */
async function readNetwork(context: AppContext): Promise<Network> {
  context.address = await context.phoneAddresses.pick(context.address)
  return { address: context.address, addresses: context.phoneAddresses.list() }
}

function addressOf(url: string, forwardedProtocol: string | undefined): string {
  const { protocol, host } = new URL(url)
  return `${forwardedProtocol === 'https' ? 'https:' : protocol}//${host}`
}
