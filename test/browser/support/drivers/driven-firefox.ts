import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DrivenBrowser } from './driven-browser.ts'
import { need } from './find-program.ts'
import { type Command, driveByCommands } from './webdriver.ts'

/** W3C's commands on Firefox's own port, so that no driver has to be installed. */
const names: Record<Command, string> = {
  url: 'WebDriver:Navigate',
  back: 'WebDriver:Back',
  execute: 'WebDriver:ExecuteScript',
  click: 'WebDriver:ElementClick',
  value: 'WebDriver:ElementSendKeys',
  clear: 'WebDriver:ElementClear',
  actions: 'WebDriver:PerformActions',
  computedrole: 'WebDriver:GetComputedRole',
  computedlabel: 'WebDriver:GetComputedLabel',
}

const preferences = {
  'marionette.port': 0,
  'intl.accept_languages': 'en-GB',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.region.network.url': '',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.server': 'data:,',
}

export async function openFirefox(): Promise<DrivenBrowser> {
  const program = await need('firefox')
  const profile = mkdtempSync(join(tmpdir(), 'demo-hour-firefox-'))
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
  const child = spawn(program, ['--marionette', '--headless', '--no-remote', '--profile', profile, 'about:blank'], {
    // Firefox has no window narrower than 500 pixels.
    env: { ...process.env, MOZ_HEADLESS_WIDTH: '500', MOZ_HEADLESS_HEIGHT: '900' },
    stdio: 'ignore',
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    const { send, hangUp } = await talk(await portOf(profile, () => child.exitCode !== null))
    await send('WebDriver:NewSession', {})
    return driveByCommands(
      async (command, about = {}) => {
        const answer = await send(names[command], about)
        return answer !== null && typeof answer === 'object' && 'value' in answer ? answer.value : answer
      },
      async () => {
        await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {})
        hangUp()
        kill()
        await ended
        process.off('exit', kill)
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
      },
    )
  } catch (failure) {
    kill()
    throw failure
  }
}

async function portOf(profile: string, gone: () => boolean): Promise<number> {
  const note = join(profile, 'MarionetteActivePort')
  const limit = performance.now() + 60_000
  while (!existsSync(note) || readFileSync(note, 'utf8') === '') {
    if (gone() || performance.now() > limit) throw new Error('Firefox was found and did not start.')
    await new Promise((done) => setTimeout(done, 50))
  }
  return Number(readFileSync(note, 'utf8'))
}

type Waiting = { resolve: (value: any) => void; reject: (failure: Error) => void }

/** Firefox's own protocol, Marionette: JSON with its length before it. */
async function talk(port: number) {
  const socket = connect(port, '127.0.0.1')
  const waiting = new Map<number, Waiting>()
  let received = Buffer.alloc(0)
  let last = 0

  function take(message: unknown) {
    if (!Array.isArray(message)) return
    const [, id, failure, value] = message as [number, number, { error: string; message: string } | null, unknown]
    const command = waiting.get(id)
    waiting.delete(id)
    if (failure) command?.reject(new Error(`${failure.error}: ${failure.message}`))
    else command?.resolve(value)
  }
  socket.on('data', (bytes) => {
    received = Buffer.concat([received, bytes])
    for (;;) {
      const colon = received.indexOf(':')
      const length = Number(received.subarray(0, Math.max(0, colon)))
      if (colon < 0 || received.length < colon + 1 + length) return
      take(JSON.parse(received.subarray(colon + 1, colon + 1 + length).toString()))
      received = received.subarray(colon + 1 + length)
    }
  })
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has gone'))
  })
  await new Promise<void>((open, reject) => {
    socket.once('connect', open)
    socket.once('error', reject)
  })
  const send = (name: string, about: Record<string, unknown>) =>
    new Promise<any>((resolve, reject) => {
      last += 1
      const text = JSON.stringify([0, last, name, about])
      waiting.set(last, { resolve, reject })
      socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
  return { send, hangUp: () => socket.destroy() }
}
