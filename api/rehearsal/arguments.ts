import { parseArgs } from 'node:util'
import { NotPlayable } from './rehearsal-target.ts'

export type Arguments = { url: string; key: string; judges: number; entries: number; speed: number; seed: number }

export const usage = `npm run rehearse -- --url URL --key KEY [--judges 40] [--entries 12] [--speed 20] [--seed 1]

Plays a whole show against a running Demo Hour through its public API and says which of its promises were kept.
KEY is the owner's key (the show gets an event of its own) or an organiser's (the show is played on that event, if it is empty).`

/** Numbers that an argument takes, and what it is when it is left out. */
const numbers = {
  judges: { lowest: 1, highest: 500, whole: true, usual: 6 },
  entries: { lowest: 1, highest: 100, whole: true, usual: 8 },
  speed: { lowest: 0.1, highest: 1000, whole: false, usual: 20 },
  seed: { lowest: 0, highest: 2_147_483_647, whole: true, usual: 1 },
} as const

/** Reads the command line; throws a sentence about the first thing that is wrong with it. */
export function readArguments(given: string[]): Arguments {
  const values = parse(given)
  return { url: urlOf(values.url), key: keyOf(values.key), ...readNumbers(values) }
}

/** A number of the command line, within its bounds. */
export function readNumber(name: keyof typeof numbers, text: string | undefined): number {
  const { lowest, highest, whole, usual } = numbers[name]
  if (text === undefined) return usual
  const value = Number(text)
  if (text.trim() !== '' && value >= lowest && value <= highest && (!whole || Number.isInteger(value))) return value
  throw new NotPlayable(`--${name} takes a ${whole ? 'whole ' : ''}number from ${lowest} to ${highest}.`)
}

const options = {
  url: { type: 'string' },
  key: { type: 'string' },
  judges: { type: 'string' },
  entries: { type: 'string' },
  speed: { type: 'string' },
  seed: { type: 'string' },
} as const

function parse(given: string[]) {
  try {
    return parseArgs({ args: given, options }).values
  } catch (failure) {
    const named = /'([^' ]+)/.exec((failure as Error).message)?.[1] ?? 'Something'
    throw new NotPlayable(`${named} is not understood here${named.startsWith('-') ? ', or lacks its value' : ''}.`)
  }
}

function readNumbers(values: ReturnType<typeof parse>) {
  return {
    judges: readNumber('judges', values.judges),
    entries: readNumber('entries', values.entries),
    speed: readNumber('speed', values.speed),
    seed: readNumber('seed', values.seed),
  }
}

function urlOf(text: string | undefined): string {
  if (text && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin
  throw new NotPlayable('--url takes the address of a running Demo Hour, such as http://localhost:3000.')
}

function keyOf(text: string | undefined): string {
  // People copy the whole link; the key is what stands behind #k=.
  const key = text?.split('#k=').at(-1)?.trim()
  if (key && key.length >= 10) return key
  throw new NotPlayable('--key takes the owner’s key or an organiser’s: what stands behind #k= in their link.')
}
