import type { BrowserContext, Page } from 'playwright-core'
import type { EntryBody } from '../../../api/schema/entry.ts'
import type { JudgeBody } from '../../../api/schema/judge.ts'
import { ask } from '../../../web/core/api.ts'
import { makeShow, type Show } from './driven-show.ts'

export type PhoneState = { name: string; go(page: Page, context: BrowserContext): Promise<void> }

async function makeMoments(address: string, ownerKey: string, entries?: EntryBody[], judges?: JudgeBody[]) {
  const make = (event = {}) => makeShow(address, ownerKey, { entries, judges: judges as never, event })
  const [setUp, warming, doors, onStage, atDesk, byLink, over] = [
    await make(),
    await make(),
    await make(),
    await make(),
    await make({ admission: 'desk' }),
    await make({ admission: 'link' }),
    await make(),
  ]
  await ask(
    warming.routes.entries[':id'].$patch({
      param: { ...warming.param, id: warming.entries[0]!.id },
      json: { warmUp: true },
    }),
  )
  for (const show of [warming, doors, onStage, atDesk, over]) await show.cue({ cue: 'open-doors' })
  await warming.cue({ cue: 'next' })
  for (const entry of onStage.entries.slice(0, 2)) await onStage.cue({ cue: 'call', entryId: entry.id })
  for (const entry of over.entries) await over.cue({ cue: 'call', entryId: entry.id })
  await over.score(2, 0, 4)
  await over.score(2, 1, 3)
  return { setUp, warming, doors, onStage, atDesk, byLink, over }
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const waitForText = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()

export async function judgeStates(
  address: string,
  ownerKey: string,
  entries?: EntryBody[],
  judges?: JudgeBody[],
): Promise<PhoneState[]> {
  const moments = await makeMoments(address, ownerKey, entries, judges)
  const { setUp, warming, doors, onStage, atDesk, byLink, over } = moments
  const plain = (show: Show) => `/e/${show.event.slug}/judge`
  const own = (show: Show, judge = 2) => `${plain(show)}#k=${show.judges[judge]?.key}`
  const open = async (page: Page, path: string, words: string | RegExp) => {
    await page.goto(path)
    await waitForText(page, words)
  }
  async function openBallot(page: Page, judge = 2) {
    await open(page, own(onStage, judge), /How well was it shown|Are these your colleagues/)
    if (await button(page, 'Carry on').isVisible()) await button(page, 'Carry on').click()
    await waitForText(page, 'How well was it shown?')
  }
  const last = async (page: Page) => page.getByRole('group').last().scrollIntoViewIfNeeded()
  let joined = 0
  const join = async (page: Page, show: Show, organisation = '') => {
    joined += 1
    await page.goto(plain(show))
    // An unused name, or the form would ask whether it is the same person.
    await page.getByLabel('Your name').fill(`Rt Hon. Siân Ó Briain-Wójcik ${joined}`)
    await page.getByLabel('Your organisation').fill(organisation)
    await button(page, 'Start judging').click()
  }
  const states: Record<string, PhoneState['go']> = {
    'no event': (page) => open(page, '/e/nothing-here/judge', 'There is no event at this address'),
    'before its script has come': async (page, context) => {
      await context.route('**/assets/*.js', (route) => route.abort())
      await open(page, plain(doors), 'One moment…')
    },
    'before the first answer has come': async (page, context) => {
      const sessionRequest = page.waitForRequest('**/api/session')
      await context.route('**/api/**', () => {})
      await open(page, plain(doors), 'One moment…')
      await sessionRequest
    },
    'no network at first': async (page, context) => {
      await context.route('**/api/**', (route) => route.abort())
      await open(page, plain(doors), 'This phone cannot reach the event')
    },
    'the form': (page) => open(page, plain(doors), 'Start judging'),
    'the form without a name': async (page) => {
      await open(page, plain(doors), 'Start judging')
      await button(page, 'Start judging').click()
      await waitForText(page, 'Please tell us your name')
    },
    'by link only': (page) => open(page, plain(byLink), 'Judges come in by a personal link'),
    'waiting to be let in': async (page) => {
      await join(page, atDesk)
      await waitForText(page, 'The desk will let you in')
    },
    'a question of interest': async (page) => {
      await join(page, doors, doors.entries[0]!.organisations[0])
      await waitForText(page, 'Are these your colleagues?')
    },
    'a question of interest, answered': async (page) => {
      await join(page, doors, doors.entries[0]!.organisations[0])
      await button(page, /^Step aside/)
        .first()
        .click()
      await waitForText(page, 'Stepped aside')
    },
    'inside before the doors': (page) => open(page, own(setUp), 'Try a practice ballot'),
    'inside before the first team': (page) => open(page, own(doors), 'Try a practice ballot'),
    practice: async (page) => {
      await open(page, own(doors), 'Try a practice ballot')
      await button(page, 'Try a practice ballot').click()
      await waitForText(page, 'The Kettle')
    },
    'practice, finished': async (page) => {
      await open(page, own(doors), 'Try a practice ballot')
      await button(page, 'Try a practice ballot').click()
      for (const question of await page.getByRole('group').all()) await question.getByRole('radio').nth(3).check()
      await waitForText(page, 'That is all there is to it.')
    },
    'a warm-up': async (page) => {
      await open(page, own(warming), /A demo to warm up on|colleagues/)
      if (await button(page, 'Carry on').isVisible()) await button(page, 'Carry on').click()
      await waitForText(page, 'A demo to warm up on')
      await waitForText(page, 'Warm-up: nothing is sent')
    },
    'a ballot': (page) => openBallot(page),
    'a ballot, half done': async (page) => {
      await openBallot(page)
      await page.getByRole('radio', { name: /^4\b/ }).first().check()
      await waitForText(page, /^Saved \d\d:\d\d/)
    },
    'a ballot, done': async (page) => {
      await openBallot(page, 3)
      for (const question of await page.getByRole('group').all()) await question.getByRole('radio').nth(3).check()
      await waitForText(page, /^Saved \d\d:\d\d/)
      await waitForText(page, 'That is everything for this team.')
      await last(page)
    },
    'without a network': async (page, context) => {
      await openBallot(page, 4)
      await context.setOffline(true)
      await page.getByRole('radio', { name: /^2\b/ }).first().check()
      await waitForText(page, 'Saved on this phone. It will be sent')
    },
    'asked whether to step aside': async (page) => {
      await openBallot(page)
      await button(page, /^Step aside/).click()
      await button(page, 'Yes, step aside').scrollIntoViewIfNeeded()
    },
    'stepped aside': async (page) => {
      await openBallot(page, 5)
      await button(page, /^Step aside/).click()
      await button(page, 'Yes, step aside').click()
      await waitForText(page, 'You have stepped aside from this team')
    },
    'all teams': async (page) => {
      await openBallot(page)
      await button(page, /left to score$/).click()
      await waitForText(page, 'Still to come')
    },
    'another team while one is on stage': async (page) => {
      await openBallot(page, 4)
      await button(page, /left to score$/).click()
      await page.getByRole('listitem').first().getByRole('button').click()
      await waitForText(page, 'Go now')
    },
    'a team that is still to come': async (page) => {
      await openBallot(page)
      await button(page, /left to score$/).click()
      await page.getByRole('listitem').last().getByRole('button').click()
      await waitForText(page, 'You can score them once they are on stage.')
    },
    'a team that may be on stage, without a network': async (page, context) => {
      await openBallot(page)
      await button(page, /left to score$/).click()
      await context.setOffline(true)
      await page.getByRole('listitem').last().getByRole('button').click()
      await waitForText(page, 'This phone is offline, so it cannot hear who is on stage.')
    },
    'marked before the phone has heard': async (page, context) => {
      await openBallot(page)
      await button(page, /left to score$/).click()
      await context.setOffline(true)
      await page.getByRole('listitem').last().getByRole('button').click()
      await button(page, 'They are on stage: mark them now').click()
      await page.getByRole('radio', { name: /^3\b/ }).first().check()
      await waitForText(page, 'Saved on this phone. It will be sent')
    },
    'the way in for another phone': async (page) => {
      await openBallot(page)
      await button(page, /left to score$/).click()
      await button(page, 'Use another phone').click()
      await waitForText(page, 'Scan this with the other phone')
    },
    'the way in for another phone, without a network': async (page, context) => {
      await openBallot(page)
      await button(page, /left to score$/).click()
      await context.setOffline(true)
      await button(page, 'Use another phone').click()
      await waitForText(page, 'That takes the network')
    },
    removed: async (page) => {
      await open(page, own(doors, 1), /Welcome|colleagues/)
      await ask(doors.routes.judges[':id'].remove.$post({ param: { ...doors.param, id: doors.judges[1]!.judge.id } }))
      await waitForText(page, 'Thank you for your help')
    },
    'a key that stopped working': async (page) => {
      const { judge } = doors.judges[3]!
      const { key } = doors.routes.judges[':id']
      const param = { ...doors.param, id: judge.id }
      const { judgeKey } = await ask<{ judgeKey: string }>(key.$post({ param }))
      await open(page, `${plain(doors)}#k=${judgeKey}`, /Welcome|colleagues/)
      // Nothing on the page shows that the phone has stored the judge; without it, the form appears.
      await page.waitForTimeout(3000)
      await ask(key.$post({ param }))
      const stopped = page.getByText('Your link no longer works')
      for (let tries = 0; tries < 15 && !(await stopped.isVisible()); tries += 1) {
        await page.reload()
        await stopped.waitFor({ timeout: 1000 }).catch(() => {})
      }
      await waitForText(page, 'Your link no longer works')
    },
    'scoring has closed': async (page, context) => {
      const lateEntry = over.entries[3]!
      await open(page, own(over), /On stage|colleagues/)
      if (await button(page, 'Carry on').isVisible()) await button(page, 'Carry on').click()
      await page.getByRole('group').first().waitFor()
      await button(page, /left to score$/).click()
      await page.getByRole('button', { name: lateEntry.team }).click()
      await page.getByRole('group').first().waitFor()
      await context.setOffline(true)
      for (const question of await page.getByRole('group').all()) await question.getByRole('radio').nth(3).check()
      await waitForText(page, 'Saved on this phone. It will be sent')
      await over.cue({ cue: 'close-scoring' })
      await context.setOffline(false)
      await waitForText(page, 'Not counted: it did not arrive before scoring closed')
    },
    'a ballot after the close': async (page) => {
      await open(page, own(over), 'Your ballots')
      await page.getByRole('listitem').first().getByRole('button').click()
      await waitForText(page, 'Back to what was counted')
    },
    'the form after the close': (page) => open(page, plain(over), 'Thank you for coming'),
  }
  return Object.entries(states).map(([name, go]) => ({ name, go }))
}
