import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'

/** `isLikely`: a phone in the hall may well reach it. */
export type NamedAddress = { name: string; address: string; isLikely: boolean }
type Card = { name: string; host: string; isLikely: boolean }
type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>
type Place = { publicUrl?: string; host: string; port: number; tls?: unknown }

/** Network cards that are programs: containers, virtual machines, VPNs. A phone in the hall reaches none of them. */
const virtualCard =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|tailscale|zt|wg|ham|bridge|awdl|llw)|vEthernet|VirtualBox|VMware|Hyper-V|WSL|VPN/i

/** The address for codes and links: PUBLIC_URL, else this machine's address in the hall's network, else localhost. */
export const publicAddress = (place: Place): string => listAddresses(place)[0]!.address

/** Every address under which a phone may reach this server, the likeliest first. There is at least one. */
export function listAddresses(place: Place, interfaces: Interfaces = networkInterfaces()): NamedAddress[] {
  if (place.publicUrl) return [{ name: 'PUBLIC_URL', address: place.publicUrl, isLikely: true }]
  const isEverywhere = place.host === '0.0.0.0' || place.host === '::'
  const cards = isEverywhere ? listCards(interfaces) : [{ name: 'HOST', host: place.host, isLikely: true }]
  const known = cards.length > 0 ? cards : [{ name: 'This computer', host: 'localhost', isLikely: false }]
  return known.map(({ name, host, isLikely }) => ({
    ...{ name, isLikely },
    address: `${place.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${place.port}`,
  }))
}

function listCards(interfaces: Interfaces): Card[] {
  const cards = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ name, host: address, isLikely: isLikelyCard(name, address) })),
  )
  return [...cards.filter(({ isLikely }) => isLikely), ...cards.filter(({ isLikely }) => !isLikely)]
}

/** 169.254: the card has found no network. */
const isLikelyCard = (name: string, host: string) => !virtualCard.test(name) && !host.startsWith('169.254.')

export const isOnlyHere = (hostname: string) => /^(localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/.test(hostname)

/** Whether the address belongs to this very machine. */
export function isOwnAddress(address: string, interfaces: Interfaces = networkInterfaces()): boolean {
  if (isOnlyHere(address) || address.startsWith('::')) return true
  return Object.values(interfaces).some((addresses = []) => addresses.some((own) => own.address === address))
}
