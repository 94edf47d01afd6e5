import { captionText } from './caption-text.ts'
import { NoCaptions } from './follow-feed.ts'

const againMs = 500
/** Later than this the words are no longer what is being said. */
const usefulMs = 10_000

/**
 * Shows captions on the screens of an event, the newest one whenever the last has been answered: of words that come faster than the network,
 * those between are passed over. The last words of a sentence are sent until they arrive. `onFailure` gets `NoCaptions` when the server
 * refuses the key or the event.
 */
export function createCaptionSender(
  { url, slug, key }: { url: string; slug: string; key: string },
  onFailure: (failure: NoCaptions) => void,
) {
  let waiting: { text: string; saidAtMs: number } | undefined
  let sending = false

  async function send(): Promise<void> {
    if (sending) return
    sending = true
    while (waiting !== undefined) {
      const caption = waiting
      waiting = undefined
      const answer = await fetch(`${url}/api/events/${encodeURIComponent(slug)}/captions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ text: caption.text }),
      }).catch(() => undefined)
      if (answer && [401, 403, 404, 409].includes(answer.status)) {
        const { title } = (await answer.json().catch(() => ({}))) as { title?: string }
        onFailure(new NoCaptions(`${title ?? `The server answers with ${answer.status}`}.`))
      } else if (!answer || answer.status === 429 || answer.status >= 500) {
        if (performance.now() - caption.saidAtMs < usefulMs) waiting ??= caption
        await new Promise<void>((resolve) => setTimeout(resolve, againMs).unref())
      }
    }
    sending = false
  }

  return (data: string): void => {
    waiting = { text: captionText(data), saidAtMs: performance.now() }
    void send()
  }
}
