import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'
import type { BuiltServer } from './built-server.ts'

/** The built server that the files of a run share: each test makes an event of its own. */
export function sharedServer(): Pick<BuiltServer, 'address' | 'ownerKey'> {
  const { address, ownerKey, problem } = inject('shared')
  if (problem !== '') throw new Error(problem)
  return { address, ownerKey }
}

/** The browser that the files of a run share; closing it closes the contexts that were opened through it. */
export function connectBrowser(): Promise<Browser> {
  const { browserEndpoint, problem } = inject('shared')
  if (problem !== '') throw new Error(problem)
  return chromium.connect(browserEndpoint)
}
