import { mkdtempSync, rmSync } from 'node:fs'
import type { NetworkInterfaceInfo } from 'node:os'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPhoneAddresses } from '../../../api/operations/phone-addresses.ts'
import { isOwnAddress, listAddresses } from '../../../api/operations/public-address.ts'

const card = (address: string, family: 'IPv4' | 'IPv6' = 'IPv4', internal = false) =>
  ({ address, family, internal }) as NetworkInterfaceInfo
const cards = {
  lo: [card('127.0.0.1', 'IPv4', true)],
  docker0: [card('172.17.0.1')],
  'vEthernet (WSL)': [card('172.20.0.1')],
  'Wi-Fi': [card('fe80::1', 'IPv6'), card('192.168.4.20')],
  Ethernet: [card('169.254.3.3')],
}
const place = { host: '0.0.0.0', port: 3000 }

describe('the addresses of a computer', () => {
  it('name its network cards, and those that no phone reaches last', () => {
    expect(listAddresses(place, cards)).toEqual([
      { name: 'Wi-Fi', address: 'http://192.168.4.20:3000', isLikely: true },
      { name: 'docker0', address: 'http://172.17.0.1:3000', isLikely: false },
      { name: 'vEthernet (WSL)', address: 'http://172.20.0.1:3000', isLikely: false },
      { name: 'Ethernet', address: 'http://169.254.3.3:3000', isLikely: false },
    ])
  })

  it('are one where a setting names it, and this computer alone where there is no network', () => {
    const publicUrl = 'https://demo.example'
    expect(listAddresses({ ...place, publicUrl }, cards)).toEqual([
      { name: 'PUBLIC_URL', address: publicUrl, isLikely: true },
    ])
    expect(listAddresses({ ...place, host: '192.168.4.20', tls: {} }, cards)).toEqual([
      { name: 'HOST', address: 'https://192.168.4.20:3000', isLikely: true },
    ])
    expect(listAddresses(place, { lo: cards.lo })).toEqual([
      { name: 'This computer', address: 'http://localhost:3000', isLikely: false },
    ])
  })

  it('tell the computer itself from a phone', () => {
    for (const own of ['127.0.0.1', '::1', '192.168.4.20']) expect(isOwnAddress(own, cards)).toBe(true)
    expect(isOwnAddress('192.168.4.21', cards)).toBe(false)
  })
})

describe('the address in the codes', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demo-hour-address-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const named = (...hosts: string[]) =>
    hosts.map((host) => ({ name: host, address: `http://${host}`, isLikely: host !== 'docker' }))

  it('stays while the computer has it, and follows the computer into another network', async () => {
    let hosts = named('home', 'docker')
    const addresses = createPhoneAddresses(folder, () => hosts)
    expect(await addresses.pick()).toBe('http://home')
    hosts = named('other', 'home')
    expect(await addresses.pick('http://home')).toBe('http://home')
    hosts = named('docker')
    expect(await addresses.pick('http://home')).toBe('http://docker')
    hosts = named('hall', 'docker')
    expect(await addresses.pick('http://docker')).toBe('http://hall')
  })

  it('is the chosen one after a restart, too, until the computer no longer has it', async () => {
    await createPhoneAddresses(folder, () => named('a', 'b')).choose('http://b')
    expect(await createPhoneAddresses(folder, () => named('a', 'b')).pick()).toBe('http://b')
    expect(await createPhoneAddresses(folder, () => named('a')).pick()).toBe('http://a')
  })
})
