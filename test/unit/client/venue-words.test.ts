import { describe, expect, it } from 'vitest'
import {
  clockWords,
  codeWords,
  connectionWords,
  listeningWords,
  screenWords,
  serverWords,
  storageWords,
  summaryWords,
  updatesWords,
  wakeWords,
  zoneFinding,
} from '../../../web/check/venue-words.ts'

const hall = new URL('http://192.168.1.20:3000/e/makers/check')
const web = new URL('https://demohour.example/e/makers/check')
const laptop = new URL('http://localhost:3000/e/makers/check')

describe('the venue check', () => {
  it.each([
    ['no answer', [], 'missing', 'does not reach the server'],
    ['quick answers', [12, 9, 40, 11, 10], 'done', 'at once, within 11 milliseconds'],
    ['slow answers', [900, 1400, 1500, 2000, 1200], 'worth', 'takes 1.4 seconds'],
    ['answers that got lost', [80, 90, 100], 'worth', '2 of 5 questions got no answer'],
  ] as const)('says what %s mean', (_name, trips, state, words) => {
    const finding = serverWords([...trips], 5)
    expect(finding.state).toBe(state)
    expect(finding.text).toContain(words)
  })

  it('reports one slow answer among quick ones as quick', () => {
    expect(serverWords([10, 10, 10, 10, 1900], 5).state).toBe('done')
  })

  it('warns only where the device’s zone differs from the event’s', () => {
    const event = { timeZone: 'Europe/London' }
    expect(zoneFinding(undefined, '').state).toBe('asking')
    expect(zoneFinding({ timeZone: null }, '')).toMatchObject({
      state: 'done',
      text: expect.stringContaining('no time zone'),
    })
    expect(zoneFinding(event, '').state).toBe('done')
    expect(zoneFinding(event, 'This differs.')).toEqual({ state: 'worth', text: 'This differs.' })
  })

  it('distinguishes updates that are held back from a server that cannot be reached', () => {
    expect(updatesWords(true, null)).toMatchObject({ state: 'worth', text: expect.stringContaining('proxy') })
    expect(updatesWords(false, null)).toMatchObject({ state: 'missing' })
    expect(updatesWords(true, undefined)).toMatchObject({ state: 'asking' })
  })

  it('shows how wrong a clock is, and that it does not matter', () => {
    expect(clockWords(-61_000).text).toBe(
      'This device’s clock is 61 seconds ahead of the server’s. That does not matter: every screen corrects for it.',
    )
    expect(clockWords(4200).text).toContain('4.2 seconds behind the server’s')
    expect(clockWords(-40).text).toContain('is right')
  })

  it('explains what plain http withholds and what enables it, wherever the page was opened', () => {
    expect(connectionWords(hall, hall)).toMatchObject({ state: 'worth', text: expect.stringContaining('TLS_CERT') })
    expect(connectionWords(laptop, hall)).toMatchObject({
      state: 'worth',
      text: expect.stringContaining('Phones come'),
    })
    expect(connectionWords(laptop, web).state).toBe('done')
    expect(connectionWords(web, web).state).toBe('done')
  })

  it('distinguishes a screen that woke again from one that was never hidden, and gives the reason when one does not stay awake', () => {
    const heldLock = { state: 'held', offered: true, secure: true, cameBack: false } as const
    expect(wakeWords(heldLock).text).toContain('look at another window')
    expect(wakeWords({ ...heldLock, cameBack: true }).text).toContain('was again')
    expect(wakeWords({ ...heldLock, state: 'refused', secure: false, offered: false }).text).toContain('on plain http')
    expect(wakeWords({ ...heldLock, state: 'refused', offered: false }).text).toContain('this browser cannot')
    expect(wakeWords({ ...heldLock, state: 'refused' }).text).toContain('battery')
  })

  it('warns of a code that leads nowhere, even whoever came by it', () => {
    expect(codeWords(true, laptop).state).toBe('missing')
    expect(codeWords(true, hall)).toMatchObject({ state: 'done', text: expect.stringContaining('192.168.1.20:3000') })
    expect(codeWords(false, hall).state).toBe('you')
  })

  it('does not count its own page, nor anybody while it is disconnected', () => {
    expect(listeningWords(true, 1).text).toContain('Nobody else')
    expect(listeningWords(true, 2).text).toContain('1 screen or phone follows')
    expect(listeningWords(false, 9).state).toBe('missing')
  })

  it('shows how the stage will fit this screen', () => {
    expect(screenWords({ width: 1920, height: 1080, ratio: 1, full: true }).text).toContain('the stage fills it')
    expect(screenWords({ width: 1024, height: 768, ratio: 1, full: true }).text).toContain('bars above and below')
    expect(screenWords({ width: 1280, height: 540, ratio: 2, full: false }).text).toMatch(/2560 × 1080.*on both sides/)
    expect(screenWords({ width: 390, height: 844, ratio: 3, full: true }).text).toContain('not for a projector')
  })

  it('distinguishes a private window from one that stores taps', () => {
    expect(storageWords(false, 'works', true).state).toBe('missing')
    expect(storageWords(true, 'not-offered', false).text).toContain('takes https')
    expect(storageWords(true, 'works', true).state).toBe('done')
  })

  it('is summarised in one line, once everything is known', () => {
    const [fine, slow] = [serverWords([9], 1), serverWords([900], 1)]
    expect(summaryWords([fine, slow, codeWords(false, hall)])).toBe(
      'Checked: 1 as it should be, 1 worth knowing, 1 for you to try.',
    )
    expect(summaryWords([fine, serverWords(undefined, 5)])).toBe('Checking…')
  })
})
