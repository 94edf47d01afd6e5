import { api, ask, slugOfPage, tradeKey } from '../client/api.ts'
import { makeClock } from '../client/clock.ts'
import { createFeed } from '../client/feed.ts'
import { createNow } from '../client/frame.ts'

export function JudgePage() {
  const feed = createFeed(slugOfPage())
  const now = createNow(makeClock())
  tradeKey()
  ask(api.time.$get())
  return (
    <main>
      {feed.connected()}
      {now()}
    </main>
  )
}
