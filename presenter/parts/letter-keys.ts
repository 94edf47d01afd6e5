const storageKey = 'demo-hour/letters'

/** Whether letters and signs act as keys in this browser, on the desk and on the stage. */
export function letterKeysEnabled(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}

export function saveLetterKeys(on: boolean) {
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off')
  } catch {
    // Without storage the choice lasts until the page closes.
  }
}
