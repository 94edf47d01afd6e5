import type { Page } from 'playwright-core'
import { findSecrets } from '../../../api/rehearsal/checks/secrets.ts'

export type Overheard = { payloads: number; leaks: string[] }

/** `shownSteps`: the number of steps revealed so far; undefined once nothing is secret. */
export async function overhear(page: Page, shownSteps: () => number | undefined): Promise<Overheard> {
  const heard: Overheard = { payloads: 0, leaks: [] }

  function look(from: string, text: string): void {
    const shown = shownSteps()
    if (shown === undefined || !text.trim().startsWith('{')) return
    heard.payloads += 1
    for (const leak of findSecrets(JSON.parse(text), shown)) heard.leaks.push(`${from}: ${leak}`)
  }

  page.on('response', async (response) => {
    const path = new URL(response.url()).pathname
    // A judge reads their own scores; nobody else has that address.
    if (!path.startsWith('/api/') || path.includes('/ballots') || path.endsWith('/feed')) return
    look(path, await response.text().catch(() => ''))
  })
  const session = await page.context().newCDPSession(page)
  session.on('Network.eventSourceMessageReceived', ({ eventName, data }) => look(`feed ${eventName}`, data))
  await session.send('Network.enable')
  return heard
}
