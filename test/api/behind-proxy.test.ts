import { createServer, type Server as HttpServer, request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../api/config.ts'
import { isNetwork, trustProxies } from '../../api/http/client-address.ts'
import { makeEvent, openServer, type Server, type TestEvent } from '../support/show.ts'

describe('behind a proxy', () => {
  let server: Server
  let event: TestEvent
  let address: string
  const proxies: HttpServer[] = []
  beforeAll(async () => {
    server = await openServer({ database: 'postgres' })
    address = await server.listen()
    event = await makeEvent(server)
  })
  afterAll(async () => {
    for (const proxy of proxies) proxy.close()
    await server.close()
  })

  function openProxy(headersFor: (headers: NodeJS.Dict<string | string[]>) => object): Promise<string> {
    return new Promise((resolve) => {
      const proxy = createServer((incoming, answer) => {
        const { headers, method, url } = incoming
        const onward = httpRequest(
          address + url,
          { method, headers: { ...headers, ...headersFor(headers) } },
          (reply) => {
            answer.writeHead(reply.statusCode!, reply.headers)
            reply.pipe(answer)
          },
        )
        incoming.pipe(onward)
      })
      proxies.push(proxy)
      proxy.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(proxy.address() as { port: number }).port}`))
    })
  }
  const join = (url: string, origin: string, headers: object = {}) =>
    fetch(`${url}${event.path}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, ...headers },
      body: JSON.stringify({ name: 'Ann Shaw' }),
    })

  it('changes are accepted as nginx, Caddy and Fly are set up, over plain http and over https', async () => {
    const nginx = await openProxy(() => ({ host: new URL(address).host, connection: 'close' }))
    expect((await join(nginx, 'http://hall.test')).status).toBe(201)
    const caddy = await openProxy(() => ({
      host: 'caddy.test',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.9',
    }))
    expect((await join(caddy, 'https://caddy.test')).status).toBe(201)
    const other = await openProxy(() => ({ host: '10.0.0.7:3000', 'x-forwarded-host': 'hall.example' }))
    expect((await join(other, 'https://hall.example')).status).toBe(201)
    const fetchSite = await join(nginx, 'https://unknown.test', { 'sec-fetch-site': 'same-origin' })
    expect(fetchSite.status).toBe(201)
  })

  it('refuses a page of another site, and names the setting when the proxy hides the address', async () => {
    const nginx = await openProxy(() => ({ host: new URL(address).host }))
    const refused = await join(nginx, 'http://other.test')
    const problem: any = await refused.json()
    expect([refused.status, problem.type]).toEqual([403, '/problems/cross-site'])
    expect(problem.detail).toContain('PUBLIC_URL')
    expect((await join(nginx, 'http://hall.test', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await join(nginx, 'null')).status).toBe(403)
  })

  it('trusts X-Forwarded-For of a named proxy only', async () => {
    const tryWrongCode = (from: string) => fetch(`${address}/api/codes/ZZZZZ`, { headers: { 'x-forwarded-for': from } })
    const exhaust = async (from: (n: number) => string) => {
      for (let n = 0; n < 400; n += 1) if ((await tryWrongCode(from(n))).status === 429) return n
      return undefined
    }
    // A trusted proxy on this machine: each client has its own limit, by the last address that is no proxy.
    expect(await exhaust((n) => `198.51.100.${n % 250}, 203.0.113.5, 127.0.0.1`)).toBeGreaterThanOrEqual(200)
    expect((await tryWrongCode('203.0.113.6')).status).toBe(404)
    expect(await exhaust((n) => `2001:db8:1:2::${n.toString(16)}`)).toBeGreaterThanOrEqual(200)
    // Without a trusted proxy the sender may invent the header, so all tries count for one address.
    server.context.trustedProxies = trustProxies(['192.0.2.1'])
    expect(await exhaust((n) => `198.51.100.${n % 250}`)).toBeGreaterThanOrEqual(200)
    // An address with a limit of its own would have all three tries; of the shared one a single try may have become free meanwhile.
    const tries = await Promise.all(['7', '8', '9'].map((n) => tryWrongCode(`203.0.113.${n}`)))
    expect(tries.map(({ status }) => status)).toContain(429)
    const scan = await fetch(`${address}/${event.event.code}`, { redirect: 'manual' })
    expect(scan.headers.get('location')).toBe(`/e/${event.event.slug}`)
  })

  it('TRUSTED_PROXIES accepts addresses and networks, and an invalid one stops the start', () => {
    expect(readConfig({ TRUSTED_PROXIES: '10.0.0.1, 172.16.0.0/12 ::1' }).trustedProxies).toEqual([
      ...['10.0.0.1', '172.16.0.0/12', '::1'],
    ])
    for (const invalid of ['proxy.example', '10.0.0.0/33', '10.0.0.0/', 'fdaa::/129', '10.0.0.1/8/9'])
      expect(isNetwork(invalid)).toBe(false)
    expect(() => readConfig({ TRUSTED_PROXIES: 'everyone' })).toThrow('TRUSTED_PROXIES takes addresses and networks')
    expect(trustProxies(['10.0.0.0/8', 'fdaa::/16']).has('10.9.8.7')).toBe(true)
    expect(trustProxies(['10.0.0.0/8', 'fdaa::/16']).has('fdab::1')).toBe(false)
  })
})
