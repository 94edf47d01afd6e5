import { captionText } from './caption-text.ts'
import { NoCaptions } from './follow-feed.ts'

/**
 * Shows captions on the screens of an event, the newest one whenever the last has been answered: of words that come faster than the network,
 * those between are passed over. `onFailure` gets `NoCaptions` when the server refuses the key or the event.
 */
export function createCaptionSender(
  { url, slug, key }: { url: string; slug: string; key: string },
  onFailure: (failure: NoCaptions) => void,
) {
  let waiting: string | undefined
  let sending = false

  async function send(): Promise<void> {
    if (sending) return
    sending = true
    while (waiting !== undefined) {
      const text = waiting
      waiting = undefined
      const answer = await fetch(`${url}/api/events/${encodeURIComponent(slug)}/captions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ text }),
      }).catch(() => undefined)
      if (answer && [401, 403, 404, 409].includes(answer.status)) {
        const { title } = (await answer.json().catch(() => ({}))) as { title?: string }
        onFailure(new NoCaptions(`${title ?? `The server answers with ${answer.status}`}.`))
      }
    }
    sending = false
  }

  return (data: string): void => {
    waiting = captionText(data)
    void send()
  }
}
