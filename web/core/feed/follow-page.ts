import type { FeedReader } from './feed-reader.ts'

/**
 * Ends the stream while the page is in the back-forward cache, where it would be counted as a screen and hold one of the browser's six
 * connections to a server. Returns what stops this.
 */
export function followPage(reader: FeedReader): () => void {
  addEventListener('pagehide', reader.suspend)
  addEventListener('pageshow', reader.resume)
  return () => {
    removeEventListener('pagehide', reader.suspend)
    removeEventListener('pageshow', reader.resume)
  }
}
