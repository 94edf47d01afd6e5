import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

/** `bare`: the engine without the browser's window, which uses half the processor time and renders the same. */
export type BrowserKind = 'whole' | 'bare'

export function findBrowser(kind: BrowserKind): string | undefined {
  const named = [
    process.env.CHROMIUM_PATH,
    process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH,
    process.env.PLAYWRIGHT_CHROMIUM_PATH,
  ].find(Boolean)
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is nothing.`)
    return named
  }
  const [whole, bare] = [installedAs(...wholeNames), installedAs(...bareNames)]
  const macPlace = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  const places = [...(kind === 'bare' ? [...bare, ...whole] : [...whole, ...bare]), macPlace, chromium.executablePath()]
  return places.find((path) => existsSync(path))
}

const wholeNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const bareNames = ['chromium-headless-shell', 'chrome-headless-shell']

function installedAs(...names: string[]): string[] {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Installs Chromium where none exists and that is allowed. Without a browser these tests fail; they are never skipped. */
export async function needBrowser(kind: BrowserKind): Promise<string> {
  const found = findBrowser(kind)
  if (found !== undefined) return found
  const tried: string[] = []
  for (const { name, command, args } of ways()) {
    const failure = await run(command, args)
    const path = findBrowser(kind)
    if (failure === '' && path !== undefined) return path
    tried.push(`${name}: ${failure || 'done, but no Chromium is there'}`)
  }
  throw new Error(
    `The browser tests need Chromium, and none was found or could be installed (${tried.join('; ')}). ` +
      'Install Chromium or Chrome, or set CHROMIUM_PATH to where it is.',
  )
}

type Way = { name: string; command: string; args: string[] }

function ways(): Way[] {
  const debian: Way = {
    name: 'apt-get',
    command: 'sh',
    // Two test files may install at once: the second waits for the lock.
    args: [
      '-c',
      'export DEBIAN_FRONTEND=noninteractive; apt-get -o DPkg::Lock::Timeout=600 update -q && ' +
        'apt-get -o DPkg::Lock::Timeout=600 install -yq --no-install-recommends chromium && ' +
        // Not every Debian has it; without it the tests are only slower.
        '{ apt-get -o DPkg::Lock::Timeout=600 install -yq --no-install-recommends chromium-headless-shell || true; }',
    ],
  }
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  const playwright: Way = { name: 'Playwright', command: process.execPath, args: [cli, 'install', 'chromium'] }
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  return mayInstall ? [debian, playwright] : [playwright]
}

export function run(command: string, args: string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-400)
      })
    child.once('error', (failure) => resolve(failure.message))
    child.once('exit', (code) => resolve(code === 0 ? '' : output.trim().split('\n').at(-1) || `code ${code}`))
  })
}
