import { For } from 'solid-js'
import { keyNames, pageKeys } from '../../../web/core/desk-keys.ts'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import { Key } from './Key.tsx'

const mainPresses = ['next', 'back', 'start-pause', 'more-time', 'blank', 'undo']

const pageLines = [
  { keys: ['PageDown'], action: 'next page' },
  { keys: ['PageUp'], action: 'page back' },
]

const arrows: Record<string, string> = { '→': 'ArrowRight', '←': 'ArrowLeft' }
const isPageKey = (name: string) => pageKeys[arrows[name] ?? name] !== undefined

export function KeyLine(props: { desk: Desk }) {
  const mainLines = keyNames.filter((line) => mainPresses.includes(line.press))
  /** While slides or a film are shown, a clicker's keys do not move the show: the other keys of the same presses do. */
  const otherLines = mainLines.map((line) => ({ ...line, keys: line.keys.filter((key) => !isPageKey(key)) }))
  const lines = () => {
    if (props.desk.filmShown()) return otherLines
    return props.desk.slides.shown() ? [...pageLines, ...otherLines] : mainLines
  }
  return (
    <footer class={deskStyles.keyLine}>
      <For each={lines()}>
        {(line) => (
          <span>
            <Key name={line.keys[0]!} /> {line.action}
          </span>
        )}
      </For>
      <button type="button" class={buttonsStyles.quiet} onClick={() => props.desk.press('keys')}>
        <Key name="?" /> all keys
      </button>
    </footer>
  )
}
