import { afterEach, describe, expect, it } from 'vitest'
import { findTimeZone, readWallTime, wallTime } from '../../../api/rules/event/time-zone.ts'
import { longDate } from '../../../presenter/parts/words.ts'
import { setEventZone } from '../../../web/core/event-zone.ts'
import { clockTime } from '../../../web/core/words/clock-time.ts'
import { startWords } from '../../../web/core/words/event-words.ts'
import { clockTimeAndZone, zoneName, zoneWarning, zoneWords } from '../../../web/core/words/zone-words.ts'
import { momentWords } from '../../../web/record/record-words.ts'
import { blankEvent, checkEvent, eventBody } from '../../../web/ui/forms/event-form.ts'

const london = 'Europe/London'
const summer = '2026-06-20T14:30:00.000Z'
const usualZone = process.env.TZ

const setDeviceZone = (timeZone: string) => {
  process.env.TZ = timeZone
}

afterEach(() => {
  if (usualZone === undefined) delete process.env.TZ
  else process.env.TZ = usualZone
  setEventZone(null)
})

describe('a time zone', () => {
  it('is found by its name in any case; an offset, a made-up name and none are not', () => {
    expect(findTimeZone('europe/london')).toBe(london)
    expect(['+01:00', 'Europe/Atlantis', '', null, undefined].map(findTimeZone)).toEqual(Array(5).fill(undefined))
  })

  it.each([
    ['in winter', '2026-01-20T15:30', london, '2026-01-20T15:30:00.000Z'],
    ['in summer', '2026-06-20T15:30', london, summer],
    ['just before the clocks go forward', '2026-03-29T00:59', london, '2026-03-29T00:59:00.000Z'],
    ['just after the clocks go forward', '2026-03-29T02:00', london, '2026-03-29T01:00:00.000Z'],
    ['just before the clocks go back', '2026-10-25T00:59', london, '2026-10-24T23:59:00.000Z'],
    ['in the hour that happens twice, the first', '2026-10-25T01:30', london, '2026-10-25T00:30:00.000Z'],
    ['just after the clocks went back', '2026-10-25T02:00', london, '2026-10-25T02:00:00.000Z'],
    ['west of UTC', '2026-06-20T20:30', 'America/New_York', '2026-06-21T00:30:00.000Z'],
    ['east of UTC by a part of an hour', '2026-06-20T05:15', 'Asia/Kathmandu', '2026-06-19T23:30:00.000Z'],
  ])('reads a wall time %s, and writes it back', (_, wall, zone, moment) => {
    expect(readWallTime(wall, zone)).toBe(moment)
    expect(wallTime(moment, zone)).toBe(wall)
  })

  it('moves a time that is skipped in spring by the hour, and reads nothing from nothing', () => {
    expect(readWallTime('2026-03-29T01:30', london)).toBe('2026-03-29T01:30:00.000Z')
    expect(wallTime('2026-03-29T01:30:00.000Z', london)).toBe('2026-03-29T02:30')
    expect([readWallTime('', london), wallTime(null, london)]).toEqual([null, ''])
  })

  it('is the device’s where none is given, as Date has it', () => {
    setDeviceZone('America/New_York')
    for (const wall of ['2026-06-20T15:30', '2026-03-08T02:30', '2026-11-01T01:30'])
      expect(readWallTime(wall, undefined)).toBe(new Date(wall).toISOString())
  })
})

describe('on a device in New York, an event in London', () => {
  it('shows UK time and names it', () => {
    setDeviceZone('America/New_York')
    setEventZone(london)
    expect(clockTime(summer)).toBe('15:30')
    expect(clockTimeAndZone(summer)).toBe('15:30 UK time')
    expect(startWords({ startsAt: summer, timeZone: london })).toMatch(/^Sat,? 20 June 2026, 15:30 UK time$/)
    expect(zoneWords(Date.parse(summer))).toBe('Times are UK time (BST).')
    expect(zoneWords(Date.parse('2026-01-20T15:30:00Z'))).toBe('Times are UK time (GMT).')
    expect(longDate(Date.parse('2026-06-20T23:30:00Z'))).toBe('Sunday 21 June')
    expect(momentWords('2026-06-20T22:59:07Z', summer)).toBe('23:59:07')
    expect(momentWords('2026-06-20T23:30:00Z', summer)).toBe('21 June 2026, 00:30:00')
    expect(zoneWarning('laptop', Date.parse(summer))).toBe(
      'This laptop’s clock shows New York time. All times here are UK time.',
    )
  })

  it('shows the device’s time where the event has no zone or the device does not know it', () => {
    setDeviceZone('America/New_York')
    for (const zone of [null, undefined, 'Europe/Atlantis']) {
      setEventZone(zone)
      expect([clockTimeAndZone(summer), zoneWords(0), zoneWarning('laptop', 0)]).toEqual(['10:30', '', ''])
      expect(startWords({ startsAt: summer, timeZone: zone ?? null })).toMatch(/^Sat,? 20 June 2026, 10:30$/)
    }
  })

  it('does not warn where another zone’s clock shows the same time', () => {
    setDeviceZone('Europe/Lisbon')
    setEventZone(london)
    expect(zoneWarning('device', Date.parse(summer))).toBe('')
  })

  it('takes the start that the organiser types for the event’s wall time', () => {
    setDeviceZone('America/New_York')
    const values = { ...blankEvent, name: 'Hack day', startsAt: '2026-06-20T15:30', timeZone: ' Europe/London ' }
    expect(checkEvent(values)).toEqual([])
    expect(eventBody(values)).toMatchObject({ startsAt: summer, timeZone: london })
    expect(checkEvent({ ...values, timeZone: 'Atlantis' })).toEqual([
      { pointer: '/timeZone', title: 'There is no such time zone. A name looks like Europe/London' },
    ])
  })
})

describe('the name of a zone', () => {
  it.each([
    [london, 'UK time'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires time'],
    ['UTC', 'UTC'],
    ['Etc/GMT+5', 'GMT+5'],
  ])('of %s is %s', (zone, name) => expect(zoneName(zone)).toBe(name))
})
