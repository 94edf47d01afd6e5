import { parseArgs } from 'node:util'
import { commandName } from '../program/command-name.ts'
import { followFeed, NoCaptions } from './follow-feed.ts'
import { createCaptionSender } from './send-captions.ts'

const usage = () => `${commandName('captions')} SLUG FEED --key KEY [--url http://localhost:3000]

Shows the captions of a feed on the stage and on the phones that want them, until you press Ctrl+C.
FEED is the address of server-sent events (text/event-stream) or of a WebVTT file that grows while somebody speaks.
KEY is a remote control's or the organiser's; a remote control's is enough, and can do less harm.`

type Options = { slug: string; feed: string; url: string; key: string }

function readArguments(args: string[]): Options {
  const options = { url: { type: 'string' }, key: { type: 'string' } } as const
  const { positionals, values } = parse(() => parseArgs({ args, options, allowPositionals: true }))
  const [slug, feed, ...more] = positionals
  if (!slug || !feed || !values.key || more.length > 0) throw new NoCaptions(usage())
  const url = values.url ?? `http://localhost:${process.env.PORT ?? '3000'}`
  if (!isWebAddress(url))
    throw new NoCaptions('--url takes the address of a running Demo Hour, such as http://localhost:3000.')
  if (!isWebAddress(feed))
    throw new NoCaptions('FEED takes the address of a feed, such as https://captions.example/live.')
  // People paste the whole link; the key follows #k=.
  return { slug, feed, url: new URL(url).origin, key: values.key.split('#k=').at(-1)!.trim() }
}

function parse<Parsed>(read: () => Parsed): Parsed {
  try {
    return read()
  } catch {
    throw new NoCaptions(usage())
  }
}

const isWebAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

async function showCaptions(args: string[], signal: AbortSignal): Promise<void> {
  const { feed, ...event } = readArguments(args)
  const refused = new AbortController()
  let failure: NoCaptions | undefined
  const onText = createCaptionSender(event, (reason) => {
    failure = reason
    refused.abort()
  })
  const onState = (sentence: string) => void process.stdout.write(`${sentence}\n`)
  await followFeed({ feed, onText, onState, signal: AbortSignal.any([signal, refused.signal]) })
  if (failure) throw failure
}

/** Passes the captions of a feed on to an event. Resolves with the exit code: 0 once `signal` aborts. */
export async function runCaptions(args: string[], signal: AbortSignal = untilInterrupted()): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(`${usage()}\n`)
    return 0
  }
  try {
    await showCaptions(args, signal)
    return 0
  } catch (failure) {
    process.stderr.write(`${failure instanceof NoCaptions ? failure.message : (failure as Error).stack}\n`)
    return 1
  }
}

function untilInterrupted(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}
