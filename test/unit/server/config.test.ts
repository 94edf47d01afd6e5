import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig, variables } from '../../../api/config.ts'
import { StartProblem } from '../../../api/database/start-problem.ts'
import { packageRoot } from '../../../api/operations/package-root.ts'
import { isOnlyHere } from '../../../api/operations/public-address.ts'
import { certificates } from './certificates.ts'

describe('the environment', () => {
  let folder: string
  const at = (name: string) => join(folder, name)
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'demo-hour-config-'))
    for (const [name, text] of Object.entries(certificates)) writeFileSync(at(name), text)
    writeFileSync(at('empty.pem'), '')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each<[Record<string, string>, RegExp]>([
    [{ PORT: 'three thousand' }, /^PORT takes a port number/],
    [{ PORT: '65536' }, /^PORT takes a port number/],
    [{ PORT: '-1' }, /^PORT takes a port number/],
    [{ PUBLIC_URL: 'demohour.example' }, /^PUBLIC_URL takes a web address such as/],
    [{ PUBLIC_URL: 'ftp://demohour.example' }, /^PUBLIC_URL takes a web address such as/],
    [{ PUBLIC_URL: 'https://demohour.example/show' }, /^PUBLIC_URL takes a web address .* without a path/],
    [{ PUBLIC_URL: 'https://anna:secret@demohour.example' }, /^PUBLIC_URL takes .* a password/],
    [{ PUBLIC_URL: 'https://demohour.example/?a=1' }, /^PUBLIC_URL takes a web address/],
    [{ PUBLIC_URL: 'http://0.0.0.0:3000' }, /^PUBLIC_URL takes a web address that phones reach/],
    [{ PUBLIC_URL: 'http://[::]:3000' }, /^PUBLIC_URL takes a web address that phones reach/],
    [{ DATABASE_URL: 'mysql://localhost/x' }, /^DATABASE_URL takes an address such as postgres:/],
    [{ TLS_CERT: '/nowhere/cert.pem' }, /^TLS_CERT takes the path of a readable certificate file/],
    [{ TLS_CERT: 'FOLDER', TLS_KEY: 'a.key' }, /^TLS_CERT takes the path of a readable certificate file/],
    [{ TLS_CERT: 'a.pem' }, /^TLS_CERT goes with TLS_KEY: set both or neither/],
    [{ TLS_KEY: 'a.key' }, /^TLS_CERT goes with TLS_KEY: set both or neither/],
    [{ TLS_CERT: 'empty.pem', TLS_KEY: 'a.key' }, /^TLS_CERT takes the path of a certificate in PEM form/],
    [{ TLS_CERT: 'a.pem', TLS_KEY: 'empty.pem' }, /^TLS_KEY takes the path of a private key in PEM form/],
    [{ TLS_CERT: 'a.key', TLS_KEY: 'a.pem' }, /^TLS_CERT takes the path of a certificate in PEM form/],
    [{ TLS_CERT: 'a.pem', TLS_KEY: 'b.key' }, /^TLS_KEY is not the key of the certificate in TLS_CERT/],
    [{ TLS_CERT: 'a.pem', TLS_KEY: 'a.key', PUBLIC_URL: 'http://hall.test' }, /^PUBLIC_URL starts with http, .*https/],
    [{ OWNER_KEY: 'short' }, /^OWNER_KEY takes a key of at least 20 characters/],
    [{ OWNER_KEY: 'x'.repeat(101) }, /^OWNER_KEY takes a key of at most 100 characters/],
    [{ OWNER_KEY: 'a key with spaces in it' }, /^OWNER_KEY takes letters, figures, - and _/],
    [{ TRUSTED_PROXIES: 'nginx' }, /^TRUSTED_PROXIES takes addresses and networks/],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, /^TRUSTED_PROXIES takes addresses and networks/],
    [{ TRUSTED_PROXIES: '127.0.0.1, 0.0.0.0/0' }, /^TRUSTED_PROXIES takes the networks of your proxies/],
    [{ CONTACT: 'the town hall' }, /^CONTACT takes an e-mail address or a web address/],
    [{ CONTACT: 'javascript:alert(1)' }, /^CONTACT takes an e-mail address or a web address/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL takes one of/],
  ])('refuses %o in one sentence that names the variable', (env, sentence) => {
    const files = Object.entries(env).map(([name, value]) => {
      const isFile = name.startsWith('TLS_') && !value.startsWith('/')
      return [name, isFile ? (value === 'FOLDER' ? folder : at(value)) : value]
    })
    let refused: unknown
    try {
      readConfig(Object.fromEntries(files))
    } catch (failure) {
      refused = failure
    }
    expect(refused).toBeInstanceOf(StartProblem)
    expect((refused as Error).message).toMatch(sentence)
    expect((refused as Error).message).not.toMatch(/\n|secret/)
  })

  it('takes a certificate with its key, and an empty value as unset', () => {
    const config = readConfig({
      TLS_CERT: at('a.pem'),
      TLS_KEY: at('a.key'),
      PUBLIC_URL: 'https://hall.test/',
      PORT: '',
    })
    expect(config).toMatchObject({ publicUrl: 'https://hall.test', port: 3000, tls: { cert: expect.anything() } })
  })

  it('is described in the README with every variable and its default', () => {
    const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8')
    const rows = [...readme.matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \| .* \| (.*) \|$/gm)]
    const named = rows.flatMap(([, names]) => [...names!.matchAll(/[A-Z_]+/g)].map(([name]) => name))
    expect(named.sort()).toEqual([...variables].sort())
    const unset = Object.fromEntries(
      rows.map(([, names, text]) => [names!.replaceAll('`', ''), text!.replaceAll('`', '')]),
    )
    const config = readConfig({})
    expect(unset).toMatchObject({
      ...{ PORT: String(config.port), HOST: config.host, DATA_DIR: config.dataDir, LOG_LEVEL: config.logLevel },
    })
  })

  it.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['[::1]', true],
    ['192.168.1.20', false],
    ['demohour.example', false],
    ['localhost.example', false],
  ])('knows whether %s is this machine alone: %s', (hostname, only) => {
    expect(isOnlyHere(hostname)).toBe(only)
  })
})
