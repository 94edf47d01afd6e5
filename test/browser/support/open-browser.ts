import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core'
import { type BrowserKind, needBrowser } from './find-browser.ts'

/** Chromium needs a flag when run as root; the others keep it from any network but the page's. */
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

async function launchOptions(kind: BrowserKind): Promise<LaunchOptions> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return { executablePath: await needBrowser(kind), args: [...asRoot, ...flags] }
}

export async function openBrowser(kind: BrowserKind = 'bare'): Promise<Browser> {
  return chromium.launch(await launchOptions(kind))
}

export async function launchBrowserServer(): Promise<BrowserServer> {
  return chromium.launchServer(await launchOptions('bare'))
}

export const browserLimitMs = 600_000

export const stageSize = { viewport: { width: 1920, height: 1080 } }
export const deskSize = { viewport: { width: 1280, height: 720 } }
export const laptopSize = { viewport: { width: 1440, height: 900 } }
export const phoneSize = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
