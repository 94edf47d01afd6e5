import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { StartProblem } from './database/start-problem.ts'
import { isNetwork, loopback } from './http/client-address.ts'

const url = (protocols: string, takes: string) =>
  z.url({ protocol: new RegExp(`^(${protocols})$`), error: takes }).optional()
const file = (name: string) =>
  z
    .string()
    .transform((path, c) => {
      try {
        return readFileSync(path, 'utf8')
      } catch {
        c.issues.push({ code: 'custom', input: path, message: `takes the path of a readable ${name} file` })
        return z.NEVER
      }
    })
    .optional()

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug'] as const

const environment = z
  .object({
    PORT: z
      .string()
      .regex(/^\d+$/, 'takes a port number from 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65535, 'takes a port number from 0 to 65535')
      .default(3000),
    HOST: z.string().min(1).default('0.0.0.0'),
    PUBLIC_URL: url('https?', 'takes a web address such as https://demohour.example').refine(
      (address) => address === undefined || isBareAddress(address),
      'takes a web address that phones reach, without a path, a name or a password, such as https://demohour.example',
    ),
    DATA_DIR: z.string().min(1).default('./data'),
    DATABASE_URL: url('postgres|postgresql', 'takes an address such as postgres://user:password@host:5432/name'),
    TLS_CERT: file('certificate'),
    TLS_KEY: file('key'),
    OWNER_KEY: z
      .string()
      .min(20, 'takes a key of at least 20 characters')
      .max(100, 'takes a key of at most 100 characters')
      .regex(/^[A-Za-z0-9_-]+$/, 'takes letters, figures, - and _')
      .optional(),
    TRUSTED_PROXIES: z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter((network) => network !== ''))
      .refine((networks) => networks.every(isNetwork), 'takes addresses and networks such as 127.0.0.1, 172.16.0.0/12')
      .refine(
        (networks) => !networks.some((network) => network.endsWith('/0')),
        'takes the networks of your proxies; a network that ends in /0 is everybody, who could then pass as any address',
      )
      .default(loopback),
    CONTACT: z
      .string()
      .refine(
        (contact) => z.email().safeParse(contact).success || z.url({ protocol: /^https?$/ }).safeParse(contact).success,
        'takes an e-mail address or a web address, such as events@council.example or https://council.example/contact',
      )
      .optional(),
    LOG_LEVEL: z.enum(logLevels, `takes one of ${logLevels.join(', ')}`).default('info'),
  })
  .refine((env) => (env.TLS_CERT === undefined) === (env.TLS_KEY === undefined), {
    path: ['TLS_CERT'],
    error: 'goes with TLS_KEY: set both or neither',
  })
  .superRefine(({ TLS_CERT, TLS_KEY, PUBLIC_URL }, context) => {
    if (TLS_CERT === undefined || TLS_KEY === undefined) return
    const refuse = (variable: string, message: string) =>
      context.addIssue({ code: 'custom', path: [variable], message })
    const certificate = attempt(() => new X509Certificate(TLS_CERT))
    const key = attempt(() => createPrivateKey(TLS_KEY))
    if (!certificate) refuse('TLS_CERT', 'takes the path of a certificate in PEM form, as certbot writes fullchain.pem')
    else if (!key)
      refuse('TLS_KEY', 'takes the path of a private key in PEM form without a password, as certbot writes privkey.pem')
    else if (!certificate.checkPrivateKey(key)) refuse('TLS_KEY', 'is not the key of the certificate in TLS_CERT')
    else if (PUBLIC_URL?.startsWith('http:'))
      refuse('PUBLIC_URL', 'starts with http, and with TLS_CERT this server answers https only: write https')
  })

/** The names of all variables. */
export const variables = Object.keys(environment.shape)

/** Codes and links start with it, so it has no path, and is not the wildcard address. */
function isBareAddress(address: string): boolean {
  // The check before this one refuses it.
  if (!URL.canParse(address)) return true
  const { pathname, search, hash, username, password, hostname } = new URL(address)
  const everywhere = hostname === '0.0.0.0' || hostname === '[::]'
  return !everywhere && [search, hash, username, password].every((part) => part === '') && /^\/*$/.test(pathname)
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

export type LogLevel = (typeof logLevels)[number]

export type Config = {
  port: number
  host: string
  publicUrl: string | undefined
  dataDir: string
  databaseUrl: string | undefined
  tls: { cert: string; key: string } | undefined
  ownerKey: string | undefined
  /** Addresses and networks of proxies whose X-Forwarded-* headers are believed. */
  trustedProxies: string[]
  /** An e-mail address or a web address. */
  contact: string | undefined
  logLevel: LogLevel
}

/** The environment, read once. A wrong value stops the start with one line that names the variable and what it takes. */
export function readConfig(variables: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const read = environment.safeParse(set)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new StartProblem(`${String(issue?.path[0])} ${issue?.message}.`)
  }
  const env = read.data
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    tls: env.TLS_CERT !== undefined && env.TLS_KEY !== undefined ? { cert: env.TLS_CERT, key: env.TLS_KEY } : undefined,
    ownerKey: env.OWNER_KEY,
    trustedProxies: env.TRUSTED_PROXIES,
    contact: env.CONTACT,
    logLevel: env.LOG_LEVEL,
  }
}
