import { networkInterfaces } from 'node:os'

/** What goes into codes and links: PUBLIC_URL, else this machine's address in the hall's network, else localhost. */
export function addressOf(config: { publicUrl?: string; host: string; port: number; tls?: unknown }): string {
  if (config.publicUrl) return config.publicUrl
  const everywhere = config.host === '0.0.0.0' || config.host === '::'
  const host = everywhere ? (lanAddress() ?? 'localhost') : config.host
  return `${config.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${config.port}`
}

function lanAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((some) => some ?? [])
  return all.find((one) => one.family === 'IPv4' && !one.internal)?.address
}
