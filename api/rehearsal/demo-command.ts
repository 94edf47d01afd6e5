import { randomBytes } from 'node:crypto'
import qrcode from 'qrcode'
import { readNumber } from './arguments.ts'
import { openDemo } from './demo/demo.ts'
import { startServer } from './demo/demo-server.ts'
import { type Hall, NotPlayable } from './hall.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(): Promise<number> {
  const speed = readSpeed(process.argv.slice(2))
  const ownerKey = process.env.OWNER_KEY || randomBytes(16).toString('base64url')
  const stop = new AbortController()
  const stopped = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())
  const server = await startServer(ownerKey, say)
  server.ended.then(() => stop.abort())
  try {
    const { hall, guestKey, play } = await openDemo({ url: server.url, key: ownerKey, speed, signal: stop.signal, say })
    for (const line of await linkLines(hall, guestKey)) say(line)
    await play()
    await stopped
  } catch (failure) {
    if (!stop.signal.aborted) throw failure
  } finally {
    await server.stop()
  }
  return 0
}

function readSpeed([name, value, ...rest]: string[]): number {
  if (name === undefined) return 1
  if (name !== '--speed' || value === undefined || rest.length > 0)
    throw new NotPlayable('npm run demo takes nothing, or -- --speed N: how many times as fast as usual.')
  return readNumber('speed', value)
}

async function linkLines({ url, event, organiserKey }: Hall, guestKey: string): Promise<string[]> {
  const hall = new URL(event.joinUrl).origin
  return [
    '',
    `“${event.name}” begins. Open these beside each other:`,
    '',
    `  The stage       ${url}/present/${event.slug}`,
    `  The desk        ${url}/present/${event.slug}/desk#k=${organiserKey}`,
    `  The backstage   ${url}/present/${event.slug}/backstage`,
    `  The organiser   ${url}/e/${event.slug}/organise#k=${organiserKey}`,
    `  The room        ${hall}/e/${event.slug}`,
    `  A judge’s phone ${hall}/e/${event.slug}/judge#k=${guestKey}`,
    '',
    `On a phone in the same network, scan this or open ${event.joinUrl}`,
    await qrcode.toString(event.joinUrl, { type: 'terminal', small: true }),
  ]
}

main()
  .catch((failure: Error) => {
    process.stderr.write(`${failure instanceof NotPlayable ? failure.message : failure.stack}\n`)
    return 1
  })
  .then((code) => process.exit(code))
