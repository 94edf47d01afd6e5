import { createSignal } from 'solid-js'
import { findTimeZone } from '../../api/rules/event/time-zone.ts'

const [eventZone, setZone] = createSignal<string>()

/** The zone in which this page shows every time of day; undefined: the device's own. */
export { eventZone }

export const setEventZone = (timeZone: string | null | undefined) => setZone(findTimeZone(timeZone))
