import { countOf, plural } from '../../api/rules/words/plural.ts'
import type { Event } from '../../api/schema/event.ts'
import type { WakeLock } from '../core/browser/wake-lock.ts'

/** `done`: fine. `worth`: works, with something to know. `missing`: does not work. `you`: a person has to check. */
export type Finding = { state: 'asking' | 'done' | 'worth' | 'missing' | 'you'; text: string }

const asking = (text: string): Finding => ({ state: 'asking', text })
const done = (text: string): Finding => ({ state: 'done', text })
const worth = (text: string): Finding => ({ state: 'worth', text })
const missing = (text: string): Finding => ({ state: 'missing', text })
const you = (text: string): Finding => ({ state: 'you', text })

export function spanWords(ms: number): string {
  if (ms < 1000) return countOf(Math.max(1, Math.round(ms)), 'millisecond')
  const seconds = ms / 1000
  if (seconds < 9.95) return `${seconds.toFixed(1)} seconds`
  if (seconds < 120) return `${Math.round(seconds)} seconds`
  return `${Math.round(seconds / 60)} minutes`
}

export const medianOf = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0

export function serverWords(trips: number[] | undefined, sentCount: number): Finding {
  if (!trips) return asking('Asking the server…')
  if (trips.length === 0)
    return missing(
      'This device does not reach the server. Is it in the hall’s own Wi-Fi? Some guest networks keep devices apart from each other.',
    )
  const ms = medianOf(trips)
  const lost = sentCount - trips.length
  if (lost > 0)
    return worth(
      `The server answers within ${spanWords(ms)}, but ${lost} of ${sentCount} questions got no answer: the Wi-Fi is weak here. What judges tap is kept on their phones and sent again.`,
    )
  if (ms < 100) return done(`The server answers at once, within ${spanWords(ms)}.`)
  if (ms < 500) return done(`The server answers within ${spanWords(ms)}, which is quick enough.`)
  return worth(`The server takes ${spanWords(ms)} to answer. Nothing is lost, but screens follow late from here.`)
}

export function updatesWords(reached: boolean | undefined, firstUpdateMs: number | null | undefined): Finding {
  if (reached === false) return missing('No live updates come through while the server cannot be reached.')
  if (firstUpdateMs === undefined) return asking('Listening for an update…')
  if (firstUpdateMs !== null)
    return done(`Live updates come through: the first came after ${spanWords(firstUpdateMs)}.`)
  return worth(
    'Live updates are held back on their way, most likely by a proxy. Every screen then asks the server by itself, so screens are a few seconds late and phones up to 15 seconds. Whoever runs the proxy can stop it holding back /api/events/…/feed.',
  )
}

export function clockWords(offsetMs: number | undefined): Finding {
  if (offsetMs === undefined) return asking('Comparing clocks…')
  const off = Math.abs(offsetMs)
  if (off < 100) return done('This device’s clock is right, to a tenth of a second.')
  const direction = offsetMs > 0 ? 'behind' : 'ahead of'
  return done(
    `This device’s clock is ${spanWords(off)} ${direction} the server’s. That does not matter: every screen corrects for it.`,
  )
}

export function zoneFinding(event: Pick<Event, 'timeZone'> | undefined, warning: string): Finding {
  if (!event) return asking('Reading the event’s time zone…')
  if (!event.timeZone) return done('The event names no time zone, so each device shows times by its own clock.')
  return warning ? worth(warning) : done('This device’s clock shows the event’s time zone.')
}

export function connectionWords(here: URL, code: URL | undefined): Finding {
  if (here.protocol === 'https:') return done('The connection is https, so the browser withholds nothing.')
  if (isThisMachine(here)) {
    if (code?.protocol === 'https:')
      return done('This is the machine that Demo Hour runs on, which browsers trust; phones come by https.')
    return worth(
      `This is the machine that Demo Hour runs on, which browsers trust. Phones come by plain http: ${plain}`,
    )
  }
  return worth(`The connection is plain http: ${plain}`)
}

const plain =
  'all works but two things. A phone that reloads without any network shows nothing until it is back, and a screen may fall asleep. https brings both: TLS_CERT and TLS_KEY where Demo Hour is started, or an installation on the web.'

const isThisMachine = ({ hostname }: URL) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)

type Wake = { state: WakeLock; offered: boolean; secure: boolean; cameBack: boolean }

export function wakeWords({ state, offered, secure, cameBack }: Wake): Finding {
  const settings = 'Switch sleep off in the settings of the projector’s laptop.'
  if (state === 'held')
    return cameBack
      ? done('This screen is kept awake, and was again after its window was hidden.')
      : done('This screen is kept awake. To be sure, look at another window and come back: this line then says so.')
  if (state === 'requested' || state === 'released') return asking('Asking the browser to keep this screen awake…')
  if (!secure) return worth(`This screen may fall asleep: on plain http, browsers do not keep it awake. ${settings}`)
  if (!offered) return worth(`This screen may fall asleep: this browser cannot keep it awake. ${settings}`)
  return worth(
    `This screen may fall asleep: the browser would not keep it awake, perhaps to save the battery. Plug it in. ${settings}`,
  )
}

export type ToneState = 'untried' | 'none' | 'silenced' | 'played' | 'yes' | 'no'

export function soundWords(state: ToneState): Finding {
  if (state === 'none') return worth('This browser plays no tones. The stage’s clock still shows when time is up.')
  if (state === 'silenced') return worth('The browser held the tone back. Allow sound for this page, and try again.')
  if (state === 'yes') return done('The stage’s tone is heard. On the stage, S switches it on.')
  if (state === 'no')
    return worth(
      'The tone is not heard. Turn the volume up, and look where the sound goes: with the projector’s cable in, that may be the projector.',
    )
  if (state === 'played') return you('That was the tone that says time is up. Did you hear it?')
  return you('Play the tone that says time is up, as loud as the room will hear it.')
}

export type Reload = 'works' | 'not-offered' | 'failed'

export function storageWords(storesData: boolean | undefined, reload: Reload | undefined, secure: boolean): Finding {
  if (storesData === undefined || reload === undefined) return asking('Trying to store something here…')
  if (!storesData)
    return missing(
      'This browser stores nothing, as in a private window: a judge’s taps would be lost if it were closed before they are sent. Use an ordinary window.',
    )
  const taps = 'What a judge taps here is kept until the server has it'
  if (reload === 'works') return done(`${taps}, and the ballot opens again even without a network.`)
  if (!secure) return worth(`${taps}. A reload without a network shows nothing until it is back: that takes https.`)
  return worth(`${taps}. A reload without a network shows nothing until it is back.`)
}

export function codeWords(scanned: boolean, code: URL | undefined): Finding {
  if (!code) return asking('Reading where the code leads…')
  if (isThisMachine(code))
    return missing(
      'The room’s code leads to this machine alone, so no phone can follow it. Join the hall’s Wi-Fi and start Demo Hour again, or set PUBLIC_URL.',
    )
  if (scanned) return done(`The code can be read: this device came here by it, to ${code.host}.`)
  return you(
    'Scan the code below with a phone, from the place that is farthest from it. The phone then says here whether it worked.',
  )
}

export function listeningWords(reached: boolean | undefined, listening: number | undefined): Finding {
  if (reached === false) return missing('Nobody can be counted while the server cannot be reached.')
  if (listening === undefined) return asking('Counting…')
  const others = Math.max(0, listening - 1)
  if (others === 0) return done('Nobody else follows the event at the moment.')
  return done(
    plural(others, {
      one: 'Beside this page, 1 screen or phone follows the event.',
      other: `Beside this page, ${others} screens and phones follow the event.`,
    }),
  )
}

export type Viewport = { width: number; height: number; ratio: number; full: boolean }

export function screenWords({ width, height, ratio, full }: Viewport): Finding {
  const size = `${Math.round(width * ratio)} × ${Math.round(height * ratio)}`
  const shape = width / height
  const window = full ? `This screen is ${size}` : `This window is ${size}`
  if (shape < 1) return done(`${window}, upright: right for a phone, not for a projector.`)
  if (Math.abs(shape - 16 / 9) < 0.03)
    return full ? done(`${window}: the stage fills it.`) : done(`${window}, the stage’s own shape. F fills the screen.`)
  const bars = shape < 16 / 9 ? 'above and below' : 'on both sides'
  const fill = full ? '' : ' F fills the screen.'
  return done(`${window}: the whole stage fits, with black bars ${bars}.${fill}`)
}

export function summaryWords(findings: Finding[]): string {
  const countOfState = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length
  if (countOfState('asking') > 0) return 'Checking…'
  const parts = [`${countOfState('done')} as it should be`]
  if (countOfState('worth')) parts.push(`${countOfState('worth')} worth knowing`)
  if (countOfState('missing')) parts.push(`${countOfState('missing')} not working`)
  if (countOfState('you')) parts.push(`${countOfState('you')} for you to try`)
  return `Checked: ${parts.join(', ')}.`
}
