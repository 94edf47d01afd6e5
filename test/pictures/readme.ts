import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { packageRoot } from '../../api/operations/package-root.ts'
import { makeShow, type Show } from '../browser/support/driven-show.ts'
import type { Hall } from './shows.ts'

const folder = join(packageRoot, 'test/pictures/readme')
const marks = [3, 4, 4, 5, 3, 2, 3, 2]
const third = 2
const missing = [2, 5]

export async function takeForReadme({ url, ownerKey, camera }: Hall): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const show = await makeShow(url, ownerKey)
  const { cue, entries, event, organiserKey, judges } = show
  const stage = await camera.open('desk')
  await stage.goto(`/present/${event.slug}`)
  const desk = await camera.open('desk')
  await desk.goto(`/present/${event.slug}/desk#k=${organiserKey}`)
  await cue({ cue: 'open-doors' })
  for (const n of [0, 1, third]) await playTurn(show, n)
  await cue({ cue: 'start-timer' })

  const phone = await camera.open('phone')
  await phone.goto(`/e/${event.slug}/judge#k=${judges[missing[0]!]?.key}`)
  for (const [n, value] of [4, 3, 5].entries())
    await phone
      .getByRole('group')
      .nth(n)
      .getByRole('radio', { name: new RegExp(`^${value}\\b`) })
      .tap()
  await phone
    .getByText(/^Saved \d/)
    .first()
    .waitFor()
  await phone.evaluate(() => scrollTo(0, 0))
  await stage.getByText('F or a double click fills the screen').waitFor({ state: 'detached', timeout: 90_000 })
  await picture(stage, 'stage.jpg')
  await picture(desk, 'desk.png')
  await picture(phone, 'phone.png')

  for (const judge of missing) await show.score(judge, third, 4)
  for (let n = third + 1; n < entries.length; n += 1) await playTurn(show, n)
  await cue({ cue: 'close-scoring' })
  const { reveal } = await cue({ cue: 'start-reveal' })
  for (let step = 1; step < reveal.of; step += 1) {
    await cue({ cue: 'reveal-next' })
    await stage.waitForTimeout(2200)
  }
  await picture(stage, 'reveal.jpg')
  for (const page of [stage, desk, phone]) await page.context().close()
}

async function playTurn({ cue, score, entries, judges }: Show, n: number): Promise<void> {
  await cue({ cue: 'call', entryId: entries[n]!.id })
  for (const judge of judges.keys())
    if (n !== third || !missing.includes(judge)) await score(judge, n, Math.max(1, (marks[n] ?? 3) - (judge % 2)))
}

/** The stage's gradients make a large PNG; flat pages are sharper as PNG. */
async function picture(page: Page, name: 'stage.jpg' | 'desk.png' | 'phone.png' | 'reveal.jpg'): Promise<void> {
  const path = join(folder, name)
  await page.screenshot(name.endsWith('.jpg') ? { path, type: 'jpeg', quality: 88 } : { path })
}
