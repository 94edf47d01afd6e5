const bounceMs = 350
/** Presenters leaf through pages quickly, and no harm comes of one too many. */
export const pageBounceMs = 60

/** True for the same key again within 350 ms: worn clickers send a press twice. */
export function makeBounceGuard() {
  let lastKey = ''
  let lastAtMs = Number.NEGATIVE_INFINITY
  return (key: string, atMs: number, withinMs = bounceMs): boolean => {
    const bounced = key === lastKey && atMs - lastAtMs < withinMs
    // Measured from the last accepted press, so that a key pressed steadily is not ignored for ever.
    if (!bounced) {
      lastKey = key
      lastAtMs = atMs
    }
    return bounced
  }
}
