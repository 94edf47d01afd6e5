import { createSignal, onCleanup } from 'solid-js'
import { isHarmful, type Place, pressOf } from '../../../web/core/desk-keys.ts'
import { keepLetters, lettersWork } from '../../parts/letters.ts'
import { type KeyPress, makeRelay } from '../../parts/relay.ts'
import type { Desk } from '../desk.ts'
import { makeBounceGuard } from './bounce.ts'

/** Listens to the keyboard, the clicker, and the stage's window in the same browser. */
export function createKeys(desk: Desk) {
  const [letters, setLetters] = createSignal(lettersWork())
  const bounced = makeBounceGuard()

  /** True when the key was the show's. */
  function take(down: KeyPress, place: Place): boolean {
    const press = pressOf(down, place, letters())
    if (!press) return false
    // A question on screen is answered before anything else happens.
    if (!document.querySelector('dialog[open]') && !bounced(down.key, performance.now())) desk.press(press)
    return true
  }

  const listen = (e: KeyboardEvent) => {
    const phase = desk.stage()?.phase
    if (isHarmful(e, phase !== undefined && phase !== 'setup' && phase !== 'final')) e.preventDefault()
    else if (take(e, placeOf(e.target))) e.preventDefault()
  }
  const relay = makeRelay(desk.slug, (message) => message.tell === 'key' && take(message.press, 'page'))
  addEventListener('keydown', listen)
  addEventListener('click', letGo)
  onCleanup(() => {
    removeEventListener('keydown', listen)
    removeEventListener('click', letGo)
    relay.stop()
  })

  return {
    letters,
    setLetters(on: boolean) {
      setLetters(on)
      keepLetters(on)
    },
  }
}

// After a click the next key belongs to the show, not to the button that was clicked.
function letGo(e: MouseEvent) {
  const button = e.target instanceof Element ? e.target.closest('button') : null
  if (e.detail > 0 && button && button === document.activeElement) button.blur()
}

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof HTMLElement)) return 'page'
  if (target.matches('input:not([type=checkbox]), textarea, select') || target.isContentEditable) return 'text'
  return target.closest('button, a, summary, input, dialog') ? 'control' : 'page'
}
