const bounceMs = 350

/** True for the same key again within 350 ms: worn clickers send a press twice. */
export function makeBounceGuard() {
  let lastKey = ''
  let lastAtMs = Number.NEGATIVE_INFINITY
  return (key: string, atMs: number): boolean => {
    const bounced = key === lastKey && atMs - lastAtMs < bounceMs
    // Measured from the last accepted press, so that a key pressed steadily is not ignored for ever.
    if (!bounced) {
      lastKey = key
      lastAtMs = atMs
    }
    return bounced
  }
}
