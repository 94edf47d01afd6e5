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
  | 'film'
  | 'slides'
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
  v: 'film',
  d: 'slides',
  f: 'full-screen',
  '?': 'keys',
}

export type KeyDown = { key: string; repeat: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

/** `text`: a field in which somebody types. `control`: a focused button. */
export type KeyTarget = 'page' | 'control' | 'text'

export function pressOf(down: KeyDown, target: KeyTarget, letters: boolean): Press | undefined {
  if (target === 'text' || down.repeat || down.ctrlKey || down.metaKey || down.altKey) return undefined
  if (target === 'control' && (down.key === ' ' || down.key === 'Enter')) return undefined
  const key = down.key.length === 1 ? down.key.toLowerCase() : down.key
  return plainKeys[key] ?? (letters ? letterKeys[key] : undefined)
}

/** F5 would reload the desk in front of the room. */
export function reloadsDesk(down: KeyDown, live: boolean): boolean {
  return live && down.key === 'F5' && !down.ctrlKey && !down.metaKey && !down.altKey
}

/** What a clicker sends: while slides are shown, these turn their pages, so that no clicker ends a demo. */
export const pageKeys: Readonly<Record<string, 1 | -1 | undefined>> = {
  PageDown: 1,
  ArrowRight: 1,
  PageUp: -1,
  ArrowLeft: -1,
}

export const keyNames: { press: Press; keys: string[]; action: string }[] = [
  { press: 'next', keys: ['PageDown', '→', 'N'], action: 'next' },
  { press: 'back', keys: ['PageUp', '←', 'P'], action: 'back' },
  { press: 'start-pause', keys: ['Space'], action: 'start, pause' },
  { press: 'questions', keys: ['T'], action: 'time for questions' },
  { press: 'more-time', keys: ['+', '='], action: 'one minute more' },
  { press: 'less-time', keys: ['−'], action: 'one minute less' },
  { press: 'undo', keys: ['U'], action: 'undo the last press' },
  { press: 'code', keys: ['Q'], action: 'large code, and back' },
  { press: 'slides', keys: ['D'], action: 'slides, and back; PageDown and PageUp then turn their pages' },
  { press: 'film', keys: ['V'], action: 'film, and back' },
  { press: 'message', keys: ['M'], action: 'message' },
  { press: 'blank', keys: ['B', '.'], action: 'blank, and back' },
  { press: 'full-screen', keys: ['F'], action: 'full screen' },
  { press: 'keys', keys: ['?'], action: 'all keys' },
]
