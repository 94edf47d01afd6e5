import { networkInterfaces } from 'node:os'

/** The address for codes and links: PUBLIC_URL, else this machine's address in the hall's network, else localhost. */
export function publicAddress(config: { publicUrl?: string; host: string; port: number; tls?: unknown }): string {
  if (config.publicUrl) return config.publicUrl
  const everywhere = config.host === '0.0.0.0' || config.host === '::'
  const host = everywhere ? (lanAddress() ?? 'localhost') : config.host
  return `${config.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${config.port}`
}

function lanAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return all.find((address) => address.family === 'IPv4' && !address.internal)?.address
}

export const isOnlyHere = (hostname: string) => /^(localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/.test(hostname)
