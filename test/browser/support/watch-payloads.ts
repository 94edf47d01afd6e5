import type { Page } from 'playwright-core'
import { findSecrets } from '../../../api/rehearsal/checks/secrets.ts'

export type PayloadLog = { payloads: number; leaks: string[] }

/** `shownSteps`: the number of steps revealed so far; undefined once nothing is secret. */
export async function watchPayloads(page: Page, shownSteps: () => number | undefined): Promise<PayloadLog> {
  const log: PayloadLog = { payloads: 0, leaks: [] }

  function check(from: string, text: string): void {
    const shown = shownSteps()
    if (shown === undefined || !text.trim().startsWith('{')) return
    log.payloads += 1
    for (const leak of findSecrets(JSON.parse(text), shown)) log.leaks.push(`${from}: ${leak}`)
  }

  page.on('response', async (response) => {
    const path = new URL(response.url()).pathname
    // A judge reads their own scores; nobody else has that address.
    if (!path.startsWith('/api/') || path.includes('/ballots') || path.includes('/feed')) return
    check(path, await response.text().catch(() => ''))
  })
  const session = await page.context().newCDPSession(page)
  session.on('Network.eventSourceMessageReceived', ({ eventName, data }) => check(`feed ${eventName}`, data))
  await session.send('Network.enable')
  return log
}
