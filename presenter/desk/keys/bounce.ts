const bounceMs = 350

/** Tells a second press from a worn button: the same key again within 350 ms is not meant. */
export function makeBounceGuard() {
  let lastKey = ''
  let lastAtMs = Number.NEGATIVE_INFINITY
  return (key: string, atMs: number): boolean => {
    const bounced = key === lastKey && atMs - lastAtMs < bounceMs
    // A bounce counts from the press that was meant, so that patient pressing always arrives.
    if (!bounced) {
      lastKey = key
      lastAtMs = atMs
    }
    return bounced
  }
}
