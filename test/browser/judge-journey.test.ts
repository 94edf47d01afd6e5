import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callAt } from '../support/call.ts'
import { openProxy, type PlainProxy } from '../support/proxy.ts'
import { makeEvent, type TestEvent } from '../support/show.ts'
import type { DrivenBrowser } from './support/drivers/driven-browser.ts'
import { testedBrowsers } from './support/drivers/tested-browsers.ts'
import { browserLimitMs } from './support/open-browser.ts'
import { sharedServer } from './support/shared.ts'

const questions = [
  'Does it solve a real problem for residents or staff?',
  'Could a council start using it?',
  'Was it made with the people who would use it?',
  'How well was it shown?',
] as const

const server = sharedServer()

const call = callAt(server.address)

const limitMs = 60_000

/** The tests are steps of one show, each continuing where the one before ended. */
for (const { name, open, lacking } of testedBrowsers)
  describe.skipIf(lacking)(`the journey of a judge in ${name}${lacking && `: not made, as ${lacking}`}`, () => {
    let browser: DrivenBrowser
    let line: PlainProxy
    let event: TestEvent
    let keepsShell = false

    beforeAll(async () => {
      browser = await open()
      line = await openProxy(() => [server.address])
      event = await makeEvent({ call }, { entries: 4, judges: 0 })
      const colleagues = `${event.path}/entries/${event.entries[3]!.id}`
      await call('PATCH', colleagues, { organisations: ['Sandwell Council'] }, event.key)
      await event.cue('open-doors')
    }, browserLimitMs)
    afterAll(async () => {
      await browser?.close()
      await line?.close()
    })

    async function waitForText(words: string | RegExp): Promise<void> {
      const matches = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text))
      const limit = performance.now() + limitMs
      for (let text = await browser.text(); !matches(text); text = await browser.text()) {
        if (performance.now() > limit) throw new Error(`${words} did not come. The page says:\n${text}`)
        await new Promise((done) => setTimeout(done, 100))
      }
    }
    const saved = /Saved \d\d:\d\d/
    const scoreAll = async (value: number) => {
      for (const question of questions) await browser.tap('radio', String(value), question)
    }
    const readScores = () =>
      browser.evaluate<string[]>('[...document.querySelectorAll("fieldset input:checked")].map((input) => input.value)')
    const onServer = () =>
      browser.evaluate<{ entryId: string; scores: Record<string, number>; comment: string; recused: boolean }[]>(
        `fetch('${event.path}/ballots').then((answer) => answer.json()).then((answer) => answer.ballots)`,
      )
    const ballotOf = async (entry: number) =>
      (await onServer()).find((ballot) => ballot.entryId === event.entries[entry]!.id)

    it('begins on the room’s page with a name', async () => {
      await browser.open(`${line.url}/e/${event.event.slug}`)
      await waitForText('Line-up')
      await browser.tap('link', 'I am a judge')
      await browser.type('Your name', 'Ann Abbott')
      await browser.type('Your organisation', 'sandwell council')
      await browser.tap('button', 'Start judging')
    })

    it('asks about colleagues first', async () => {
      await waitForText('Are these your colleagues?')
      await browser.tap('button', 'Step aside from Team 4')
      await waitForText('Stepped aside. Undo')
      await browser.tap('button', 'Carry on')
      await waitForText('Welcome, Ann Abbott')
    })

    it('lets the judge practise, and sends nothing of it', async () => {
      await browser.tap('button', 'Try a practice ballot')
      await waitForText('The Kettle')
      await waitForText('Practice: nothing is sent')
      await scoreAll(5)
      await waitForText('That is all there is to it.')
      await browser.tap('button', 'Leave practice')
      await waitForText('Welcome, Ann Abbott')
      expect(await onServer()).toEqual([])
      await browser.tap('button', 'Try a practice ballot')
      await waitForText('The Kettle')
      expect(await readScores()).toEqual([])
    })

    it('turns from practice to the team that is called, and saves each tap', async () => {
      await event.cue('next')
      await waitForText('On stage')
      await waitForText('Team 1')
      expect(await readScores()).toEqual([])
      await scoreAll(4)
      await waitForText('That is everything for this team.')
      await waitForText(saved)
      expect(Object.values((await ballotOf(0))!.scores)).toEqual([4, 4, 4, 4])
    })

    it('stores taps made without a network', async () => {
      const shell = `'serviceWorker' in navigator && 'caches' in window`
      keepsShell = await browser.evaluate<boolean>(shell)
      if (keepsShell)
        await expect
          .poll(() => browser.evaluate(`caches.match(location.pathname).then((found) => !!found)`), {
            timeout: limitMs,
          })
          .toBe(true)
      await line.cut()
      await browser.tap('radio', '5', questions[0])
      await browser.type('A few words for the team', 'Bins at last!')
      await waitForText('Saved on this phone. It will be sent when you are back online.')
    })

    it('shows them after a reload without a network', async () => {
      expect(keepsShell).toBe(true)
      await browser.reload()
      await waitForText('Team 1')
      await waitForText('Saved on this phone. It will be sent when you are back online.')
      expect(await readScores()).toEqual(['5', '4', '4', '4'])
    })

    it('accepts marks for a team that is called meanwhile, and shows that the phone does not know yet', async () => {
      await event.cue('next')
      await browser.tap('button', 'left to score')
      await browser.tap('button', 'Team 2')
      await browser.tap('button', 'They are on stage: mark them now')
      await waitForText('This phone has not heard yet that they are on stage.')
      await browser.tap('radio', '2', questions[0])
      await waitForText('Saved on this phone. It will be sent when you are back online.')
    })

    it('sends them when the network is back', async () => {
      await line.mend()
      await waitForText(saved)
      const ballot = await ballotOf(0)
      expect(ballot).toMatchObject({ scores: { problem: 5 }, comment: 'Bins at last!' })
      expect((await ballotOf(1))?.scores).toEqual({ problem: 2 })
      await waitForText('3 questions left for this team.')
      for (const question of questions.slice(1)) await browser.tap('radio', '2', question)
      await waitForText('That is everything for this team.')
    })

    it('opens the same ballots on another phone by a code', async () => {
      await browser.tap('button', 'left to score')
      await browser.tap('button', 'Use another phone')
      await waitForText('Scan this with the other phone')
      const address = new URL(await browser.evaluate<string>('document.querySelector("[data-address]").textContent'))
      expect(address.href).toMatch(/\/judge#k=[\w-]{22}$/)
      const key = address.hash.slice('#k='.length)
      const { body } = await call('GET', `${event.path}/ballots`, undefined, key)
      expect(body.ballots).toEqual(await onServer())
      await browser.back()
      await waitForText('That is everything for this team.')
    })

    it('opens the next team, the one before, and all teams', async () => {
      await browser.tap('radio', '5', questions[0])
      await event.cue('next')
      // The thumb was on this ballot a moment ago, so the phone offers the next one instead of turning.
      await browser.tap('button', 'Go now')
      await waitForText('Team 3')
      await scoreAll(3)
      await waitForText(saved)
      await browser.tap('button', 'All teams scored')
      await waitForText('All teams')
      await browser.back()
      await waitForText('That is everything for this team.')
      expect(await readScores()).toEqual(['3', '3', '3', '3'])
    })

    it('recuses in two taps, and undoes it in one', async () => {
      await browser.tap('button', 'Step aside from this team')
      await browser.tap('button', 'Yes, step aside')
      await waitForText('You have stepped aside from this team')
      await expect.poll(async () => (await ballotOf(2))?.recused, { timeout: limitMs }).toBe(true)
      await browser.tap('button', 'Undo: I can score them after all')
      await waitForText('How well was it shown?')
      expect(await readScores()).toEqual(['3', '3', '3', '3'])
      await expect.poll(async () => (await ballotOf(2))?.recused, { timeout: limitMs }).toBe(false)
    })

    it('sends the recusal that was made while joining once that team is on stage', async () => {
      await event.cue('next')
      await expect.poll(async () => (await ballotOf(3))?.recused, { timeout: limitMs }).toBe(true)
    })

    it('shows after the close which scores were counted', async () => {
      await event.cue('close-scoring')
      await waitForText('Scoring has closed')
      await waitForText('Your 3 scores were counted.')
      const { body } = await call('GET', `${event.path}/results`, undefined, event.key)
      expect(body.counted.ballots).toBe(3)
    })
  })
