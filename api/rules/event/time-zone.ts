const dayMs = 86_400_000

/** As Intl writes it; undefined without a name, for an unknown zone and for a bare offset. */
export function findTimeZone(name: string | null | undefined): string | undefined {
  if (!name || !/^[a-z]/i.test(name)) return undefined
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** How far the zone's clock is ahead of UTC. Undefined zone: the device's own. */
export function zoneOffsetMs(atMs: number, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(atMs)
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value)
  const wallMs = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return wallMs - Math.floor(atMs / 1000) * 1000
}

/** As `<input type="datetime-local">` writes it: "2026-06-20T15:30"; '' for null. */
export function wallTime(moment: string | null, timeZone: string | undefined): string {
  if (moment === null) return ''
  const atMs = Date.parse(moment)
  return new Date(atMs + zoneOffsetMs(atMs, timeZone)).toISOString().slice(0, 16)
}

/**
 * The ISO 8601 moment at which the zone's clock shows this time. An hour that occurs twice in autumn: the first. An hour that spring
 * skips: counted from before the change, so that 01:30 means 02:30. `Date` does the same in the device's zone.
 */
export function readWallTime(text: string, timeZone: string | undefined): string | null {
  if (!text) return null
  const wallMs = Date.parse(`${text}Z`)
  const moments = [-dayMs, dayMs].map((shiftMs) => wallMs - zoneOffsetMs(wallMs + shiftMs, timeZone))
  const exact = moments.find((atMs) => atMs + zoneOffsetMs(atMs, timeZone) === wallMs)
  return new Date(exact ?? moments[0]!).toISOString()
}
