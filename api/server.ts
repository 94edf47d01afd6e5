import type { AddressInfo } from 'node:net'
import { type Config, readConfig } from './config.ts'
import { connect, StartProblem } from './database/connect.ts'
import { migrate } from './database/migrate.ts'
import { loopback, trustProxies } from './http/client-address.ts'
import type { RequestLogLine } from './http/request-log.ts'
import { prepareDataFolder } from './operations/data-folder.ts'
import { loadOwnerKey } from './operations/owner-key.ts'
import { isOnlyHere, listAddresses, publicAddress } from './operations/public-address.ts'
import { listen } from './program/listen.ts'
import { openBrowser } from './program/open-browser.ts'
import { handleStopSignals } from './program/stop-signals.ts'
import { listShowsOn } from './store/events.ts'

const networkCheckMs = 5_000

const print = (line: string) => process.stdout.write(`${line}\n`)

/** Resolves with an exit code when the server cannot start; else it runs until a signal. */
export async function runServer(args: string[]): Promise<number | undefined> {
  try {
    const unknown = args.find((arg) => arg !== '--open')
    if (unknown !== undefined)
      throw new StartProblem(`Demo Hour has no option “${unknown}”. demo-hour --help lists them.`)
    await start({ opensBrowser: args.includes('--open') })
    return undefined
  } catch (failure) {
    if (failure instanceof StartProblem) process.stderr.write(`${failure.message}\n`)
    else process.stderr.write(`${failure instanceof Error ? failure.stack : String(failure)}\n`)
    process.exit(1)
  }
}

async function start({ opensBrowser }: { opensBrowser: boolean }): Promise<void> {
  const config = readConfig(process.env)
  await prepareDataFolder(config.dataDir)
  // The database opens in a thread or a server of its own; the modules load meanwhile.
  const [db, { makeApp }, { createContext }, { failed, createLog }] = await Promise.all([
    connect({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log: print }),
    import('./app.ts'),
    import('./create-context.ts'),
    import('./operations/log.ts'),
  ])
  const log = createLog(config.logLevel)
  const report = (failure: unknown, requestId?: string) =>
    typeof failure === 'string'
      ? log.warn(failure)
      : log.error({ ...failed(failure), requestId }, 'Something failed here')
  await migrate(db.sql)
  const context = await createContext(
    db,
    publicAddress(config),
    report,
    config.dataDir,
    undefined,
    trustProxies(config.trustedProxies),
  )
  context.peopleRemoval.start()
  context.contact = config.contact
  const key = await loadOwnerKey(db.sql, config.ownerKey, config.dataDir)
  const logRequest = (line: RequestLogLine) => (line.status === 429 ? log.warn(line) : log.debug(line))
  const server = await listen(makeApp(context, report, logRequest).fetch, config)
  // PORT=0 takes any free port, known only now.
  const { port } = server.address() as AddressInfo
  context.phoneAddresses.listFrom(() => listAddresses({ ...config, port }))
  context.address = await context.phoneAddresses.pick()
  const followNetwork = async () => {
    context.address = await context.phoneAddresses.pick(context.address)
  }
  // A laptop is often started before it joins the hall's Wi-Fi.
  setInterval(followNetwork, networkCheckMs).unref()

  // Install before printing that the server is open: whoever reads that may send the signal.
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    print('Stopping: finishing what is being saved.')
    context.presence.stop()
    context.databaseHealth.stop()
    context.clockCorrection.stop()
    await context.peopleRemoval.stop()
    await context.rehearsalRunner.stopAll()
    context.feed.close()
    context.captions.close()
    server.close()
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    await context.ballotBatch.flush()
    await context.archives.settled()
    await db.close()
    process.exit(0)
  }
  handleStopSignals({ stop, print, listShowsOn: () => listShowsOn(db.sql), isTerminal: process.stdin.isTTY === true })

  const here = publicAddress({ ...config, port, publicUrl: undefined, host: 'localhost' })
  await printAddresses(config, context.address, here, key)
  print(
    opensBrowser
      ? 'Next: set up your event in the browser that opens now. Ctrl+C stops Demo Hour.'
      : 'Next: open that link and set up your event. Ctrl+C stops Demo Hour.',
  )
  // Plain http on this machine is a secure context and outlives a change of network; a certificate names the public address.
  const ownPage = `${config.publicUrl || config.tls ? context.address : here}/owner#k=${key}`
  if (opensBrowser)
    openBrowser(ownPage, () => print('No browser could be opened here: open the owner’s link yourself.'))
}

async function printAddresses(config: Config, address: string, here: string, key: string): Promise<void> {
  print(`\nDemo Hour is open at ${address}`)
  print(`On this machine: ${here}`)
  if (isOnlyHere(new URL(address).hostname))
    print(
      'Phones cannot reach this address: it is this machine alone. Leave HOST out and join the network of the hall, or set PUBLIC_URL to the address of your proxy.',
    )
  if (config.publicUrl?.startsWith('https:') && !config.tls && config.trustedProxies.join() === loopback.join())
    print(
      'PUBLIC_URL is https and TLS_CERT is not set, so a proxy is in front. On another machine, name it in TRUSTED_PROXIES.',
    )
  const { default: qrcode } = await import('qrcode')
  print(await qrcode.toString(address, { type: 'terminal', small: true }))
  print(`The owner's link, for you alone: ${address}/owner#k=${key}`)
}
