import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { readConfig } from './config.ts'
import { connect, StartProblem } from './database/connect.ts'
import { migrate } from './database/migrate.ts'
import { loopback, trustProxies } from './http/client-address.ts'
import type { RequestLogLine } from './http/request-log.ts'
import { prepareDataFolder } from './operations/data-folder.ts'
import { loadOwnerKey } from './operations/owner-key.ts'
import { isOnlyHere, publicAddress } from './operations/public-address.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function start(): Promise<void> {
  const config = readConfig(process.env)
  await prepareDataFolder(config.dataDir)
  // The database opens in a thread or a server of its own; what the rest is made of is read meanwhile.
  const [db, { makeApp }, { createContext }, { failed, createLog }] = await Promise.all([
    connect({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log: say }),
    import('./app.ts'),
    import('./create-context.ts'),
    import('./operations/log.ts'),
  ])
  const log = createLog(config.logLevel)
  const report = (what: unknown, requestId?: string) =>
    typeof what === 'string' ? log.warn(what) : log.error({ ...failed(what), requestId }, 'Something failed here')
  await migrate(db.sql)
  const context = await createContext(
    db,
    publicAddress(config),
    report,
    config.dataDir,
    undefined,
    trustProxies(config.trustedProxies),
  )
  const key = await loadOwnerKey(db.sql, config.ownerKey, config.dataDir)
  const logRequest = (line: RequestLogLine) => (line.status === 429 ? log.warn(line) : log.debug(line))
  const server = await listen(makeApp(context, report, logRequest).fetch, config)
  // PORT=0 takes any free port, known only now.
  const { port } = server.address() as AddressInfo
  context.address = publicAddress({ ...config, port })

  // Install before printing that the server is open: whoever reads that may send the signal.
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    say('Stopping: finishing what is being saved.')
    context.presence.stop()
    context.databaseHealth.stop()
    context.clockCorrection.stop()
    await context.rehearsalRunner.stopAll()
    context.feed.close()
    server.close()
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    await context.ballotBatch.flush()
    await context.archives.settled()
    await db.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)

  say(`\nDemo Hour is open at ${context.address}`)
  say(`On this machine: ${publicAddress({ ...config, port, publicUrl: undefined, host: 'localhost' })}`)
  if (isOnlyHere(new URL(context.address).hostname))
    say(
      'Phones cannot reach this address: it is this machine alone. Leave HOST out and join the network of the hall, or set PUBLIC_URL to the address of your proxy.',
    )
  if (config.publicUrl?.startsWith('https:') && !config.tls && config.trustedProxies.join() === loopback.join())
    say(
      'PUBLIC_URL is https and TLS_CERT is not set, so a proxy is in front. On another machine, name it in TRUSTED_PROXIES.',
    )
  const { default: qrcode } = await import('qrcode')
  say(await qrcode.toString(context.address, { type: 'terminal', small: true }))
  say(`The owner's link, for you alone: ${context.address}/owner#k=${key}`)
}

/**
 * Limits the time to send a request (long enough for the largest archive over a slow line), so that a deliberately slow client cannot hold
 * connections. Responses have no limit, so a feed lasts as long as its screen.
 */
const patience = { headersTimeout: 15_000, requestTimeout: 180_000, connectionsCheckingInterval: 5_000 }
/** Twice the screens for which one instance is measured; clients beyond that reconnect to another instance. */
const mostConnections = 20_000

function whyNotOpen({ code }: NodeJS.ErrnoException, { port, host }: { port: number; host: string }): string {
  if (code === 'EADDRINUSE')
    return `PORT ${port} is in use by another program. Choose another, as in PORT=3001 npm start`
  if (code === 'EACCES')
    return `PORT ${port} is not for this user to open. Choose one from 1024, as in PORT=3000 npm start, and let a proxy pass port ${port} on to it`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EINVAL')
    return `HOST ${host} is no address of this machine. Leave HOST out to listen on all of them`
  return `PORT ${port} on HOST ${host} cannot be opened (${code})`
}

function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  config: ReturnType<typeof readConfig>,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const serverOptions = { ...patience, ...config.tls }
    const secure = config.tls ? { createServer: createTlsServer } : {}
    const place = { port: config.port, hostname: config.host }
    const server = serve({ fetch, ...place, serverOptions, ...secure }, () => resolve(server))
    server.maxConnections = mostConnections
    server.on('error', (failure: NodeJS.ErrnoException) => {
      reject(new StartProblem(whyNotOpen(failure, config)))
    })
  })
}

start().catch((failure: unknown) => {
  if (failure instanceof StartProblem) process.stderr.write(`${failure.message}\n`)
  else process.stderr.write(`${failure instanceof Error ? failure.stack : String(failure)}\n`)
  process.exit(1)
})
