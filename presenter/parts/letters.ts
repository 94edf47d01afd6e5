const name = 'demo-hour/letters'

/** Whether letters and signs work as keys in this browser: on the desk and on the stage alike. */
export function lettersWork(): boolean {
  try {
    return localStorage.getItem(name) !== 'off'
  } catch {
    return true
  }
}

export function keepLetters(on: boolean) {
  try {
    localStorage.setItem(name, on ? 'on' : 'off')
  } catch {
    // Then it holds until the page is closed.
  }
}
