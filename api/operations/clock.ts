export type Clock = {
  /** Server time, in milliseconds since the epoch. It never steps by itself: `move` alone moves it. */
  now: () => number
  driftMs: () => number
  move: (byMs: number) => void
}

/**
 * Server time from a clock that only runs forwards, anchored to the machine's clock at the start. A laptop that gets the right time from
 * the hall's network steps by minutes or hours; a talk that runs meanwhile must not.
 */
export function createClock(wallMs: () => number = Date.now, steadyMs = () => performance.now()): Clock {
  let anchorMs = wallMs() - steadyMs()
  const driftMs = () => wallMs() - steadyMs() - anchorMs
  return {
    now: () => Math.round(anchorMs + steadyMs()),
    driftMs,
    move(byMs) {
      anchorMs += byMs
    },
  }
}
