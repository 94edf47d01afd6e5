import { cpSync } from 'node:fs'
import type { BrowserServer } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { provideEmbedded } from '../../support/global-setup.ts'
import { type BuiltServer, startBuiltServer } from './built-server.ts'
import { launchBrowserServer } from './open-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    shared: { address: string; ownerKey: string; browserEndpoint: string; problem: string }
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { embedded, clear } = await provideEmbedded(project)
  let server: BuiltServer | undefined
  let browser: BrowserServer | undefined
  let problem = ''
  try {
    server = await startBuiltServer({ fill: (dataDir) => cpSync(embedded.migrated, dataDir, { recursive: true }) })
    browser = await launchBrowserServer()
  } catch (error) {
    problem = (error as Error).message
  }
  const { address = '', ownerKey = '' } = server ?? {}
  project.provide('shared', { address, ownerKey, browserEndpoint: browser?.wsEndpoint() ?? '', problem })
  return async () => {
    await browser?.close()
    await server?.stop()
    clear()
  }
}
