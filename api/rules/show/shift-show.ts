import type { Show } from './show.ts'
import type { Timer } from './stage-timer.ts'

const shiftMoment = <M extends string | null>(moment: M, byMs: number) =>
  moment === null ? moment : new Date(Date.parse(moment) + byMs).toISOString()

const shiftTimer = (timer: Timer, byMs: number): Timer => ({
  ...timer,
  startedAt: shiftMoment(timer.startedAt, byMs),
  pausedAt: shiftMoment(timer.pausedAt, byMs),
})

/** After a correction of the server's clock: the remaining time of a talk and of a break stays the same. */
export function shiftShow(show: Show, byMs: number): Show {
  const { timer, clocks = {}, pause, showcase, before } = show
  const shifted = {
    timer: shiftTimer(timer, byMs),
    clocks: Object.fromEntries(Object.entries(clocks).map(([id, clock]) => [id, shiftTimer(clock, byMs)])),
    pause: pause && { ...pause, untilAt: shiftMoment(pause.untilAt, byMs) },
    showcase: showcase && { untilAt: shiftMoment(showcase.untilAt, byMs) },
  }
  return { ...show, ...shifted, before: before && { ...before, ...shiftBefore(before, byMs) } }
}

function shiftBefore({ timer, clocks, pause, showcase }: NonNullable<Show['before']>, byMs: number) {
  return {
    timer: shiftTimer(timer, byMs),
    ...(clocks && {
      clocks: Object.fromEntries(Object.entries(clocks).map(([id, clock]) => [id, shiftTimer(clock, byMs)])),
    }),
    pause: pause && { ...pause, untilAt: shiftMoment(pause.untilAt, byMs) },
    ...(showcase && { showcase: { untilAt: shiftMoment(showcase.untilAt, byMs) } }),
  }
}
