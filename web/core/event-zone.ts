import { createSignal } from 'solid-js'
import { findTimeZone } from '../../api/rules/event/time-zone.ts'

const [eventZone, setZone] = createSignal<string>()

/** The zone in which this page shows every time of day; undefined: the device's own. */
export { eventZone }

/** Shows the page's times in the event's zone. A zone that this device does not know leaves them in its own. */
export const setEventZone = (timeZone: string | null | undefined) => setZone(findTimeZone(timeZone))
