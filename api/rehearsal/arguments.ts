import { parseArgs } from 'node:util'
import { commandName } from '../program/command-name.ts'
import { NotPlayable } from './rehearsal-target.ts'

export type Arguments = {
  url: string
  key: string
  judges: number
  entries: number
  speed: number
  seed: number
  anyOrder: boolean
}

export const usage =
  () => `${commandName('rehearse')} --url URL --key KEY [--judges 40] [--entries 12] [--speed 20] [--seed 1] [--showcase]

Plays a whole show against a running Demo Hour through its public API and reports which of its promises held.
With --showcase the judges walk from table to table and score in any order, instead of a show on the stage.
KEY is the owner's key (the show gets an event of its own) or an organiser's (the show is played on that event, if it is empty).`

const numbers = {
  judges: { min: 1, max: 500, whole: true, fallback: 6 },
  entries: { min: 1, max: 100, whole: true, fallback: 8 },
  speed: { min: 0.1, max: 1000, whole: false, fallback: 20 },
  seed: { min: 0, max: 2_147_483_647, whole: true, fallback: 1 },
} as const

export function readArguments(args: string[]): Arguments {
  const values = parse(args)
  return { url: urlOf(values.url), key: keyOf(values.key), anyOrder: values.showcase === true, ...readNumbers(values) }
}

export function readNumber(name: keyof typeof numbers, text: string | undefined): number {
  const { min, max, whole, fallback } = numbers[name]
  if (text === undefined) return fallback
  const value = Number(text)
  if (text.trim() !== '' && value >= min && value <= max && (!whole || Number.isInteger(value))) return value
  throw new NotPlayable(`--${name} takes a ${whole ? 'whole ' : ''}number from ${min} to ${max}.`)
}

const options = {
  url: { type: 'string' },
  key: { type: 'string' },
  judges: { type: 'string' },
  entries: { type: 'string' },
  speed: { type: 'string' },
  seed: { type: 'string' },
  showcase: { type: 'boolean' },
} as const

function parse(args: string[]) {
  try {
    return parseArgs({ args: args, options }).values
  } catch (failure) {
    const option = /'([^' ]+)/.exec((failure as Error).message)?.[1] ?? 'Something'
    throw new NotPlayable(`${option} is unknown${option.startsWith('-') ? ', or lacks its value' : ''}.`)
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
  // People paste the whole link; the key follows #k=.
  const key = text?.split('#k=').at(-1)?.trim()
  if (key && key.length >= 10) return key
  throw new NotPlayable('--key takes the owner’s key or an organiser’s: what stands behind #k= in their link.')
}
