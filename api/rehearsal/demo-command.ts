import { randomBytes } from 'node:crypto'
import qrcode from 'qrcode'
import { commandName } from '../program/command-name.ts'
import { readNumber } from './arguments.ts'
import { openDemo } from './demo/demo.ts'
import { startServer } from './demo/demo-server.ts'
import { NotPlayable, type RehearsalTarget } from './rehearsal-target.ts'

const log = (line: string) => process.stdout.write(`${line}\n`)

/** Runs until a signal, or until its server ends. */
export function runDemo(args: string[]): Promise<number> {
  return playDemo(args).catch((failure: Error) => {
    process.stderr.write(`${failure instanceof NotPlayable ? failure.message : failure.stack}\n`)
    return 1
  })
}

async function playDemo(args: string[]): Promise<number> {
  const speed = readSpeed(args)
  const ownerKey = process.env.OWNER_KEY || randomBytes(16).toString('base64url')
  const abort = new AbortController()
  const aborted = new Promise<void>((resolve) => abort.signal.addEventListener('abort', () => resolve()))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => abort.abort())
  const server = await startServer(ownerKey, log)
  server.ended.then(() => abort.abort())
  try {
    const { target, visitorKey, play } = await openDemo({
      url: server.url,
      key: ownerKey,
      speed,
      signal: abort.signal,
      log,
    })
    for (const line of await linkLines(target, visitorKey)) log(line)
    await play()
    await aborted
  } catch (failure) {
    if (!abort.signal.aborted) throw failure
  } finally {
    await server.stop()
  }
  return 0
}

function readSpeed([name, value, ...rest]: string[]): number {
  if (name === undefined) return 1
  if (name !== '--speed' || value === undefined || rest.length > 0)
    throw new NotPlayable(
      `The demo takes one option: ${commandName('demo')} --speed N, how many times as fast as usual.`,
    )
  return readNumber('speed', value)
}

async function linkLines({ url, event, organiserKey }: RehearsalTarget, visitorKey: string): Promise<string[]> {
  const joinOrigin = new URL(event.joinUrl).origin
  return [
    '',
    `“${event.name}” begins. Open these beside each other:`,
    '',
    `  The stage       ${url}/present/${event.slug}`,
    `  The desk        ${url}/present/${event.slug}/desk#k=${organiserKey}`,
    `  The backstage   ${url}/present/${event.slug}/backstage`,
    `  The organiser   ${url}/e/${event.slug}/organise#k=${organiserKey}`,
    `  The room        ${joinOrigin}/e/${event.slug}`,
    `  A judge’s phone ${joinOrigin}/e/${event.slug}/judge#k=${visitorKey}`,
    '',
    `On a phone in the same network, scan this or open ${event.joinUrl}`,
    await qrcode.toString(event.joinUrl, { type: 'terminal', small: true }),
  ]
}
