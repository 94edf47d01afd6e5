const storageKey = 'demo-hour/captions'

/** Browsers may forbid the storage; then the choice lasts as long as the page. */
export function readChoice(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'on'
  } catch {
    return false
  }
}

export function saveChoice(on: boolean): void {
  try {
    if (on) localStorage.setItem(storageKey, 'on')
    else localStorage.removeItem(storageKey)
  } catch {}
}
