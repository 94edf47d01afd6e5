import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openServer, owner, type Server } from '../../support/show.ts'

describe('the addresses for phones', () => {
  let server: Server
  let own: string
  let second: string
  beforeAll(async () => {
    server = await openServer()
    // One listener that two names lead to, as two network cards do.
    own = await server.listen()
    second = own.replace('127.0.0.1', 'localhost')
    server.context.phoneAddresses.listFrom(() => [
      { name: 'Wi-Fi', address: own, isLikely: true },
      { name: 'Ethernet', address: second, isLikely: true },
    ])
  })
  afterAll(() => server.close())
  const read = async () => (await server.call('GET', '/api/network', undefined, owner)).body
  /** The proxy of a phone: this machine is trusted to name who sent a request. */
  const visit = async (address: string, from?: string) => {
    const headers = from === undefined ? undefined : { 'x-forwarded-for': from }
    return (await fetch(`${address}/api/network/visits`, { method: 'POST', headers })).json()
  }

  it('are the owner’s to read and to choose', async () => {
    expect((await server.call('GET', '/api/network')).status).toBe(401)
    expect((await server.call('PUT', '/api/network', { address: second })).status).toBe(401)
  })

  it('note a phone that has come, and not the computer itself', async () => {
    expect(await visit(own)).toEqual({ counted: false })
    expect((await read()).addresses[0].phoneAt).toBeNull()
    expect(await visit(own, '192.168.4.77')).toEqual({ counted: true })
    const { address, addresses } = await read()
    expect(address).toBe(own)
    expect(addresses).toEqual([
      { name: 'Wi-Fi', address: own, phoneAt: expect.stringMatching(/^\d{4}-.*Z$/) },
      { name: 'Ethernet', address: second, phoneAt: null },
    ])
    expect(JSON.stringify(addresses)).not.toContain('192.168.4.77')
  })

  it('note nothing for an address that is not this computer’s', async () => {
    server.context.phoneAddresses.listFrom(() => [{ name: 'Wi-Fi', address: own, isLikely: true }])
    expect(await visit(second, '192.168.4.77')).toEqual({ counted: false })
  })

  it('go into codes and links once chosen, and only if the computer has them', async () => {
    server.context.phoneAddresses.listFrom(() => [
      { name: 'Wi-Fi', address: own, isLikely: true },
      { name: 'Ethernet', address: second, isLikely: true },
    ])
    const chosen = await server.call('PUT', '/api/network', { address: second }, owner)
    expect(chosen.body.address).toBe(second)
    const { body } = await server.call('POST', '/api/events', { name: 'Makers' }, owner)
    expect(body.event.joinUrl).toBe(`${second}/${body.event.code}`)
    const foreign = await server.call('PUT', '/api/network', { address: 'https://elsewhere.example' }, owner)
    expect(foreign.body).toMatchObject({ type: '/problems/no-such-address', status: 404 })
    expect((await read()).address).toBe(second)
  })
})
