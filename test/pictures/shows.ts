import { createEntries, createProfiles } from '../../api/rehearsal/judges/profiles.ts'
import { makeShow, type Show } from '../browser/support/driven-show.ts'
import { awkwardEntries, awkwardJudges } from './awkward.ts'
import type { Camera } from './camera.ts'
import { type Looks, makeLooks } from './looks.ts'

export type Hall = { url: string; ownerKey: string; camera: Camera }

export async function takeFull(hall: Hall): Promise<void> {
  const startsAt = new Date(Date.now() + 400_000).toISOString()
  const show = await makeShow(hall.url, hall.ownerKey, { event: { startsAt, criterionAwards: ['made-with'] } })
  const looks = makeLooks(hall.camera, show, 'full')
  await looks.office('before', 'organise')
  await looks.office('before', 'print')
  await looks.office('before', 'check')
  await looks.desk('before')
  await show.cue({ cue: 'open-doors' })
  await looks.stage('welcome')
  await looks.room('welcome')
  await looks.door('welcome')
  await looks.judge('welcome')
  await takeShow(show, looks)
  await takeEnd(show, looks)
}

async function takeShow(show: Show, looks: Looks): Promise<void> {
  const { cue, entries, score } = show
  for (const [n, entry] of entries.slice(0, 3).entries()) {
    await cue({ cue: 'call', entryId: entry.id })
    await cue({ cue: 'start-timer' })
    for (const judge of n < 2 ? [0, 1, 2, 3, 4, 5] : [0, 1, 3, 4]) await score(judge, n, 1 + ((n + judge) % 5))
  }
  await looks.stage('on-stage')
  await looks.desk('on-stage')
  await looks.backstage('on-stage')
  await looks.room('on-stage')
  await looks.team('to-come', 4)
  await looks.team('on-stage', 2)
  await looks.judge('ballot')
  await looks.office('on-stage', 'paper')
  await looks.judge('half', 2, async (page) => {
    for (const question of (await page.getByRole('group').all()).slice(0, 3))
      await question.getByRole('radio', { name: /^4\b/ }).tap()
  })
  await cue({ cue: 'add-time', seconds: -240 })
  await cue({ cue: 'message', text: 'Please come to the end' })
  await looks.stage('over-time')
  await looks.backstage('over-time')
  await cue({ cue: 'open-scoring' })
  await looks.stage('scoring')
  await cue({ cue: 'break', message: 'Tea is at the back', untilAt: new Date(Date.now() + 600_000).toISOString() })
  await looks.stage('break')
  await looks.room('break')
  await cue({ cue: 'resume' })
  for (const [n, entry] of entries.slice(3).entries()) {
    await cue({ cue: 'call', entryId: entry.id })
    for (const judge of [0, 1, 2, 3, 4, 5]) await score(judge, n + 3, 1 + ((n * 2 + judge) % 5), 'Kind and useful.')
  }
}

async function takeEnd(show: Show, looks: Looks): Promise<void> {
  const { cue } = show
  await cue({ cue: 'close-scoring' })
  await looks.stage('deciding')
  await looks.desk('closed')
  await looks.judge('closed')
  await looks.office('closed', 'review')
  await looks.office('closed', 'feedback')
  const { reveal } = await cue({ cue: 'start-reveal' })
  await looks.stage('reveal-0')
  for (let step = 1; step <= reveal.of; step += 1) {
    await cue({ cue: 'reveal-next' })
    await looks.stage(`reveal-${step}`)
    if (step === 2) await looks.room('reveal')
    if (step === 2) await looks.desk('reveal')
  }
  await cue({ cue: 'publish' })
  await looks.room('result')
  await looks.team('result')
  await looks.desk('final')
  await looks.office('final', 'organise')
  await looks.office('final', 'record')
  await looks.office('final', 'feedback/print')
  await looks.office('final', 'certificate')
  await looks.office('final', 'method')
}

export async function takeEmpty(hall: Hall): Promise<void> {
  const empty = await makeShow(hall.url, hall.ownerKey, { entries: [], judges: [], event: { name: 'Empty' } })
  const looks = makeLooks(hall.camera, empty, 'empty')
  await looks.office('before', 'organise')
  await looks.desk('before')
  await looks.stage('welcome')
  await looks.room('before')
  const oneTeamShow = await makeShow(hall.url, hall.ownerKey, { entries: createEntries(1), judges: [] })
  const lonely = makeLooks(hall.camera, oneTeamShow, 'lonely')
  await oneTeamShow.cue({ cue: 'open-doors' })
  await oneTeamShow.cue({ cue: 'next' })
  await lonely.stage('on-stage')
  await lonely.desk('on-stage')
}

export async function takeAwkward(hall: Hall): Promise<void> {
  const name = 'The Association of Very Thorough Local Authorities’ second annual hack day and tea'
  const options = { entries: awkwardEntries, judges: awkwardJudges, event: { name, venue: name } }
  const show = await makeShow(hall.url, hall.ownerKey, options)
  const looks = makeLooks(hall.camera, show, 'awkward')
  await looks.office('before', 'organise')
  await show.cue({ cue: 'open-doors' })
  await looks.stage('welcome')
  for (const [n, entry] of show.entries.entries()) {
    await show.cue({ cue: 'call', entryId: entry.id })
    await looks.stage(`on-stage-${n + 1}`)
    if (n === 0 || n === 3) await looks.desk(`on-stage-${n + 1}`)
    if (n === 0 || n === 3) await looks.backstage(`on-stage-${n + 1}`)
    if (n === 0 || n === 3) await looks.judge(`ballot-${n + 1}`, 0)
    for (const judge of show.judges.keys()) await show.score(judge, n, 5 - Math.floor(n / 2))
  }
  await looks.room('on-stage')
  await show.cue({ cue: 'close-scoring' })
  await looks.stage('deciding')
  await looks.office('closed', 'review')
  const { reveal } = await show.cue({ cue: 'start-reveal' })
  for (let step = 1; step <= reveal.of; step += 1) {
    await show.cue({ cue: 'reveal-next' })
    await looks.stage(`reveal-${step}`)
  }
  await show.cue({ cue: 'publish' })
  await looks.room('result')
}

export async function takeCrowd(hall: Hall): Promise<void> {
  const options = {
    entries: createEntries(60),
    judges: createProfiles(30, 1),
    event: { name: 'The large one', places: 10 },
  }
  const show = await makeShow(hall.url, hall.ownerKey, options)
  const looks = makeLooks(hall.camera, show, 'crowd')
  await looks.office('before', 'organise')
  await show.playToReveal()
  await looks.office('reveal', 'review')
  await looks.desk('reveal')
  for (let step = 0; step < 11; step += 1) await show.cue({ cue: 'reveal-next' }).catch(() => {})
  await looks.stage('winners')
  await looks.desk('winners')
}
