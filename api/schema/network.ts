import { z } from 'zod'

export const network = z
  .object({
    address: z.string().meta({ description: 'The address in codes and links' }),
    addresses: z.array(
      z.object({
        name: z.string().meta({ description: 'The network card, or the setting that names the address' }),
        address: z.string(),
        phoneAt: z.iso.datetime().nullable().meta({ description: 'When a phone last came to this address' }),
      }),
    ),
  })
  .meta({ id: 'Network' })

export type Network = z.infer<typeof network>

export const addressChoice = z.object({ address: z.string().max(300) })
