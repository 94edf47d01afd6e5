import { createSignal, onCleanup } from 'solid-js'
import { type KeyTarget, pageKeys, pressOf, reloadsDesk } from '../../../web/core/desk-keys.ts'
import { letterKeysEnabled, saveLetterKeys } from '../../parts/letter-keys.ts'
import { type KeyPress, openWindowChannel } from '../../parts/window-channel.ts'
import type { Desk } from '../desk.ts'
import { makeBounceGuard, pageBounceMs } from './bounce.ts'

/** Also handles keys that a stage in another window of this browser forwards. */
export function createKeys(desk: Desk) {
  const [letters, setLetters] = createSignal(letterKeysEnabled())
  const isBounce = makeBounceGuard()

  function handleKey(down: KeyPress, place: KeyTarget): boolean {
    const press = pressOf(down, place, letters())
    if (!press) return false
    // An open dialog blocks every key of the show.
    if (document.querySelector('dialog[open]')) return true
    // A clicker must not end a demo.
    const filmOn = desk.filmShown()
    const turn = (filmOn || desk.slides.shown()) && pageKeys[down.key]
    if (isBounce(down.key, performance.now(), turn ? pageBounceMs : undefined)) return true
    if (turn && filmOn) desk.notify('V ends the film first; N calls the next team.')
    else if (turn) desk.slides.turn(turn)
    else desk.press(press)
    return true
  }

  const onKeyDown = (e: KeyboardEvent) => {
    const phase = desk.stage()?.phase
    if (reloadsDesk(e, phase !== undefined && phase !== 'setup' && phase !== 'final')) e.preventDefault()
    else if (handleKey(e, keyTargetOf(e.target))) e.preventDefault()
  }
  const channel = openWindowChannel(desk.slug, (message) => message.type === 'key' && handleKey(message.press, 'page'))
  addEventListener('keydown', onKeyDown)
  addEventListener('click', blurClicked)
  onCleanup(() => {
    removeEventListener('keydown', onKeyDown)
    removeEventListener('click', blurClicked)
    channel.stop()
  })

  return {
    letters,
    setLetters(on: boolean) {
      setLetters(on)
      saveLetterKeys(on)
    },
  }
}

// After a click the next key controls the show, not the clicked button.
function blurClicked(e: MouseEvent) {
  const button = e.target instanceof Element ? e.target.closest('button') : null
  if (e.detail > 0 && button && button === document.activeElement) button.blur()
}

function keyTargetOf(target: EventTarget | null): KeyTarget {
  if (!(target instanceof HTMLElement)) return 'page'
  if (target.matches('input:not([type=checkbox]), textarea, select') || target.isContentEditable) return 'text'
  return target.closest('button, a, summary, input, dialog') ? 'control' : 'page'
}
