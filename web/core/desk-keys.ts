export type Press =
  | 'next'
  | 'back'
  | 'start-pause'
  | 'questions'
  | 'more-time'
  | 'less-time'
  | 'undo'
  | 'blank'
  | 'message'
  | 'code'
  | 'full-screen'
  | 'keys'

/** Clickers send PageDown, PageUp, the full stop and, from their start button, F5 and Escape. */
const plainKeys: Record<string, Press> = {
  ' ': 'start-pause',
  PageDown: 'next',
  ArrowRight: 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
}

/** Keys that print something. They can be switched off, for people who dictate or press keys by accident. */
const letterKeys: Record<string, Press> = {
  n: 'next',
  p: 'back',
  t: 'questions',
  '+': 'more-time',
  '=': 'more-time',
  '-': 'less-time',
  '−': 'less-time',
  u: 'undo',
  b: 'blank',
  '.': 'blank',
  m: 'message',
  q: 'code',
  f: 'full-screen',
  '?': 'keys',
}

export type KeyDown = { key: string; repeat: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

/** `text`: a field in which somebody types. `control`: a focused button. */
export type Place = 'page' | 'control' | 'text'

export function pressOf(down: KeyDown, place: Place, letters: boolean): Press | undefined {
  if (place === 'text' || down.repeat || down.ctrlKey || down.metaKey || down.altKey) return undefined
  if (place === 'control' && (down.key === ' ' || down.key === 'Enter')) return undefined
  const key = down.key.length === 1 ? down.key.toLowerCase() : down.key
  return plainKeys[key] ?? (letters ? letterKeys[key] : undefined)
}

/** F5 would reload the desk in front of the room. */
export function isHarmful(down: KeyDown, live: boolean): boolean {
  return live && down.key === 'F5' && !down.ctrlKey && !down.metaKey && !down.altKey
}

export const keyNames: { press: Press; keys: string[]; does: string }[] = [
  { press: 'next', keys: ['PageDown', '→', 'N'], does: 'next' },
  { press: 'back', keys: ['PageUp', '←', 'P'], does: 'back' },
  { press: 'start-pause', keys: ['Space'], does: 'start, pause' },
  { press: 'questions', keys: ['T'], does: 'time for questions' },
  { press: 'more-time', keys: ['+', '='], does: 'one minute more' },
  { press: 'less-time', keys: ['−'], does: 'one minute less' },
  { press: 'undo', keys: ['U'], does: 'undo the last press' },
  { press: 'code', keys: ['Q'], does: 'large code, and back' },
  { press: 'message', keys: ['M'], does: 'message' },
  { press: 'blank', keys: ['B', '.'], does: 'blank, and back' },
  { press: 'full-screen', keys: ['F'], does: 'full screen' },
  { press: 'keys', keys: ['?'], does: 'all keys' },
]
