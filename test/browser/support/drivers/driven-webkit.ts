import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { Readable } from 'node:stream'
import type { DrivenBrowser } from './driven-browser.ts'
import { need } from './find-program.ts'
import { type Command, driveByCommands } from './webdriver.ts'

/** The engine of every iPhone browser, as Debian packages it (WebKitGTK), on a virtual screen. */
export async function openWebKit(): Promise<DrivenBrowser> {
  const [driver, browser, screen] = [await need('webKitDriver'), await need('miniBrowser'), await need('screen')]
  const children: ChildProcess[] = []
  const start = (child: ChildProcess) => {
    children.push(child)
    return child
  }
  const kill = () => {
    for (const child of children) child.kill('SIGKILL')
  }
  process.once('exit', kill)
  try {
    const hidden = start(
      spawn(screen, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      }),
    )
    const number = await new Promise<string>((resolve, reject) => {
      ;(hidden.stdio[3] as Readable).once('data', (bytes: Buffer) => resolve(bytes.toString().trim()))
      hidden.once('exit', () => reject(new Error('Xvfb was found and did not start.')))
    })
    const port = await freePort()
    const env = { ...process.env, DISPLAY: `:${number}`, LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1' }
    start(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }))
    const address = `http://127.0.0.1:${port}`
    await answering(address)

    const options = { binary: browser, args: ['--automation'] }
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } }
    const { sessionId } = await command(address, 'POST', '/session', { capabilities })
    const session = `/session/${sessionId}`
    await command(address, 'POST', `${session}/window/rect`, { width: 500, height: 900 })
    return driveByCommands(
      (name, about = {}) => {
        const [method, path] = wayOf(name, String(about.id))
        return command(address, method, session + path, method === 'GET' ? undefined : about)
      },
      async () => {
        await command(address, 'DELETE', session).catch(() => {})
        kill()
        process.off('exit', kill)
      },
    )
  } catch (failure) {
    kill()
    throw failure
  }
}

function wayOf(name: Command, id: string): [method: string, path: string] {
  if (name === 'execute') return ['POST', '/execute/sync']
  if (name === 'computedrole' || name === 'computedlabel') return ['GET', `/element/${id}/${name}`]
  if (name === 'click' || name === 'value' || name === 'clear') return ['POST', `/element/${id}/${name}`]
  return ['POST', `/${name}`]
}

async function command(address: string, method: string, path: string, body?: object): Promise<any> {
  const response = await fetch(address + path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  const { value } = (await response.json()) as { value: any }
  if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`)
  return value
}

async function answering(address: string): Promise<void> {
  for (const limit = performance.now() + 60_000; performance.now() < limit; ) {
    if (await fetch(`${address}/status`).catch(() => undefined)) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('WebKit’s driver was found and did not start.')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
