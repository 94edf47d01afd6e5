import { createSignal } from 'solid-js'
import { findTimeZone } from '../../api/rules/event/time-zone.ts'

const [eventZone, setZone] = createSignal<string>()

/** The zone in which this page shows every time of day; undefined: the device's own. */
export { eventZone }

/** A zone that this device does not know leaves the times in the device's own. */
export const setEventZone = (timeZone: string | null | undefined) => setZone(findTimeZone(timeZone))
