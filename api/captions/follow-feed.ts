import { readEvents } from '../../web/core/feed/event-stream.ts'
import { isWebVtt, readCueTexts } from './web-vtt.ts'

/** One sentence about a feed that cannot be followed. */
export class NoCaptions extends Error {}

const againMs = 2000
const lookEveryMs = 1000

type Follow = {
  feed: string
  onText: (text: string) => void
  /** A sentence about what happens, said once for each change. */
  onState: (sentence: string) => void
  signal: AbortSignal
}

/**
 * Follows a caption feed until `signal` aborts: server-sent events, or a WebVTT file that grows. Of a file only the cues that are added from
 * now on. Connects again when the feed ends or fails. Rejects with `NoCaptions` when the address is neither.
 */
export async function followFeed({ feed, onText, onState, signal }: Follow): Promise<void> {
  let seenCues: number | undefined
  let lastState = ''
  const say = (sentence: string) => {
    if (sentence !== lastState) onState(sentence)
    lastState = sentence
  }
  while (!signal.aborted) {
    try {
      const answer = await fetch(feed, { headers: { accept: 'text/event-stream, text/vtt' }, signal })
      if (!answer.ok) throw new Error(`The feed answers with ${answer.status}`)
      const type = answer.headers.get('content-type') ?? ''
      if (type.startsWith('text/event-stream')) {
        say('Following the captions.')
        await readEvents(answer.body!, ({ data }) => onText(data))
        say('The feed has ended. Trying again.')
      } else {
        const file = await answer.text()
        if (!isWebVtt(type, file))
          throw new NoCaptions(
            `${feed} is neither a stream of server-sent events (text/event-stream) nor a WebVTT file.`,
          )
        const cues = readCueTexts(file)
        say('Following the captions that are added to the file.')
        for (const text of cues.slice(seenCues ?? cues.length)) onText(text)
        seenCues = cues.length
        await pause(lookEveryMs, signal)
        continue
      }
    } catch (failure) {
      if (failure instanceof NoCaptions) throw failure
      if (!signal.aborted) say('The feed cannot be reached. Trying again.')
    }
    await pause(againMs, signal)
  }
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
