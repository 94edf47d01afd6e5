import { BlockList, isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

export type TrustedProxies = { has: (address: string | undefined) => boolean }

/** A proxy on this machine, as most people set one up. Whoever else connects from it is on the machine already. */
export const loopback = ['127.0.0.0/8', '::1']

export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128))
}

export function trustProxies(networks: string[]): TrustedProxies {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return {
    has(address) {
      const family = isIP(address ?? '')
      return family !== 0 && list.check(address!, family === 4 ? 'ipv4' : 'ipv6')
    },
  }
}

export function socketAddress(c: Context): string | undefined {
  try {
    return getConnInfo(c).remote.address?.replace(/^::ffff:(?=\d+\.)/i, '')
  } catch {
    return undefined
  }
}

/**
 * The client's address: the last in X-Forwarded-For that no trusted proxy has, when a trusted proxy sent it. Anyone can write the header,
 * so from any other sender it is ignored. An IPv6 client is its network, of which a home has one and every device many addresses.
 */
export function clientAddress(c: Context, trusted: TrustedProxies): string {
  const peer = socketAddress(c)
  const forwarded = c.req.header('x-forwarded-for')
  if (forwarded === undefined || !trusted.has(peer)) return networkOf(peer ?? '')
  const hops = forwarded.split(',').map((hop) => hop.trim().replace(/^::ffff:(?=\d+\.)/i, ''))
  const client = hops.findLast((hop) => !trusted.has(hop))
  return networkOf(client !== undefined && isIP(client) !== 0 ? client : (peer ?? ''))
}

function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
