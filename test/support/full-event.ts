import { makeEvent, type Server, type TestEvent } from './show.ts'
import { putSlide } from './slides.ts'
import { png } from './small-pictures.ts'

const criteria = [
  {
    ...{ id: 'use', name: 'Is it “useful”; to whom?', description: 'Residents, or staff', min: 1, max: 5, weight: 2 },
    levels: { '1': 'To nobody', '5': 'To everybody' },
  },
  { id: 'show', name: '=How was it shown?', min: 1, max: 5 },
]
const teams = [
  '=HYPERLINK("http://evil.test/";"Win")',
  'Llanfairpwllgwyngyll, "y tîm"; a’r lleill 🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  'شہری خدمات کی ٹیم',
  'Zażółć gęślą jaźń',
  "-2+3+cmd|' /C calc'!A0",
  'x'.repeat(120),
]
/** [use, show] by judge and entry. The first two entries are too close to call, the next two share their place. */
const marks = [
  ['54', '55', '33', '33', '11'],
  ['44', '44', '32', '32', '21'],
  ['55', '54', '23', '23', '12'],
  ['44', '45', '33', '33', '22'],
]

/**
 * An event with everything that a show can store, up to its published result. `says` writes each text that may be about a person, so
 * that a test can search for it.
 */
export async function playFullEvent(server: Server, slug: string, says: (field: string) => string = (field) => field) {
  const event = await makeEvent(server, {
    slug,
    ...{ name: 'Hac “Ŵyl” & <b>co</b>', venue: 'Y Senedd', startsAt: '2026-06-20T15:30:00Z', admission: 'desk' },
    timeZone: 'Europe/London',
    ...{ method: 'levelled', places: 4, criterionAwards: ['show'], criteria, entries: 6, judges: 0 },
  })
  const request = async (method: string, path: string, body: unknown = {}, key = event.key) => {
    const answer = await server.call(method, event.path + path, body, key)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`)
    return answer.body
  }
  const settings = {
    publishes: 'everything',
    scoring: 'any-order',
    galleryPublic: 'after-result',
    captions: true,
    interpreter: 'left',
    keepPeopleDays: 60,
  }
  await request('PATCH', '', { ...settings, oneAwardPerTeam: true })
  const entryIds = event.entries.map((entry) => entry.id)
  for (const [n, id] of entryIds.entries())
    await request('PATCH', `/entries/${id}`, {
      ...{ team: teams[n], title: `+Title ${n}`, summary: 'Two\tlines', link: 'https://example.org/?a=1&b=2' },
      ...{ organisations: ['Cyngor, Gwynedd', '@home'], members: [says(`member ${n}`)] },
    })
  await request('PATCH', `/entries/${entryIds[4]}`, { talkSeconds: 60, questionsSeconds: 30, table: 'B 12' })
  await request('PATCH', `/entries/${entryIds[5]}`, { skipped: true })
  await request('PUT', '/running-order', { entryIds: entryIds.toReversed() })
  for (const [path, size] of [
    ['', 9],
    [`/entries/${entryIds[1]}`, 8],
  ] as const) {
    const body = new Blob([new Uint8Array(png(size, size))])
    const request = { method: 'PUT', headers: { authorization: `Bearer ${event.key}` }, body }
    await server.fetch(new Request(`http://hall.test${event.path}${path}/picture`, request))
  }
  for (const page of [1, 2]) await putSlide(server, event, entryIds[2]!, page, event.key)
  await request('PATCH', `/entries/${entryIds[2]}`, { pageSeconds: 20 })
  const { entry: removed } = await request('POST', '/entries', { team: 'Not coming', title: 'Removed' })
  await request('DELETE', `/entries/${removed.id}`)
  await request('PATCH', '', { entriesFrozen: true })

  await request('POST', '/entries', { team: 'Last year’s', title: 'A year on', warmUp: true })
  await request('POST', '/running-order/draw', { seed: 48213 })

  const panel: { judge: { id: string }; judgeKey: string }[] = []
  for (let n = 0; n < 6; n += 1) {
    const who = { name: says(`judge ${n}`), role: says(`role ${n}`), organisation: says(`organisation ${n}`) }
    panel.push(n < 5 ? await request('POST', '/judges', who) : await request('POST', '/join', who))
  }
  const { judge: sponsor, judgeKey: sponsorKey } = await request('POST', '/judges', {
    ...{ name: says('sponsor'), role: says('role'), organisation: says('organisation') },
  })
  const { challenges } = await request('PUT', '/challenges', {
    challenges: [
      {
        ...{ name: 'Data “agored”', description: 'Best use; of open data', givenBy: '=Cwmni & Co' },
        ...{ judgeIds: [panel[0]!.judge.id, sponsor.id], entryIds: entryIds.slice(0, 5) },
        criteria: [{ id: 'data', name: 'How open is the data?', min: 1, max: 5 }],
      },
      { name: 'Everybody’s', judgeIds: [panel[1]!.judge.id], entryIds: [entryIds[0]] },
    ],
    challengeOnlyIds: [sponsor.id],
  })
  await request('PATCH', '', { awardOrder: ['criterion-show', 'places', `challenge-${challenges[0].id}`] })
  const { entry: withdrawn } = await request('POST', '/entries', { team: 'Withdrawn', title: 'Not made here' })
  await event.cue('open-doors')
  await event.cue('open-showcase', { untilAt: '2026-06-20T15:45:00Z' })
  await event.cue('close-showcase')
  await request('POST', `/entries/${withdrawn.id}/disqualify`, { reason: 'It was made before the day' })
  for (const entryId of entryIds) {
    await event.cue('call', { entryId })
    await event.cue('show-slides')
    await event.cue('slide', { page: 2 })
  }
  await event.cue('start-timer')
  await event.cue('message', { text: says('message') })
  await event.cue('break', { message: says('break'), untilAt: '2026-06-20T16:30:00Z' })
  await event.cue('resume')

  let tap = Date.now() - 1_000_000
  const put = (judge: number, entry: number, ballot: object) => {
    tap += 1
    const whole = { scores: {}, editedAt: new Date(tap).toISOString(), ...ballot }
    return request('PUT', `/ballots/${entryIds[entry]}`, whole, panel[judge]!.judgeKey)
  }
  for (const [judge, row] of marks.entries())
    for (const [entry, pair] of row.entries()) {
      const scores = { use: Number(pair[0]), show: Number(pair[1]), ...(judge === 0 && { data: 1 + entry }) }
      await put(judge, entry, { scores, comment: 'A first thought' })
      await put(judge, entry, { scores, comment: `${says(`comment ${judge} ${entry}`)}\nand "another" line` })
    }
  await put(0, 5, { recused: true })
  for (const entry of [0, 1, 2]) {
    const ballot = { scores: { data: 5 - entry }, editedAt: new Date(tap).toISOString() }
    await request('PUT', `/ballots/${entryIds[entry]}`, ballot, sponsorKey)
  }
  await put(1, 5, { scores: { use: 3 } })
  await put(4, 0, { scores: { use: 1, show: 1 }, comment: says('removed') })
  const fromPaper = { scores: { use: 1, show: 2 }, comment: says('paper'), editedAt: new Date(tap).toISOString() }
  await request('PUT', `/judges/${panel[2]!.judge.id}/ballots/${entryIds[5]}`, fromPaper)
  await request('POST', `/judges/${panel[4]!.judge.id}/remove`)
  await request('POST', `/judges/${panel[3]!.judge.id}/away`)
  await request('POST', `/entries/${entryIds[0]}/ready`, { ready: true })
  const prizes = [{ name: 'Kindest idea', citation: 'For the kettle', entryId: entryIds[4] }, { name: 'Not given' }]
  await request('PUT', '/prizes', { prizes })
  await event.cue('close-scoring')
  await event.cue('reopen-scoring')
  await event.cue('close-scoring')

  const again = await request('POST', '/judges', {
    name: says('twice'),
    role: says('role'),
    organisation: says('organisation'),
  })
  await request('POST', `/judges/${panel[3]!.judge.id}/merge`, { otherId: again.judge.id })

  const read = await server.call('GET', `${event.path}/feedback`, undefined, event.key)
  const { entryId, judgeId, digest } = read.body.comments[0]
  const approved = { entryId, judgeId, digest, state: 'approved', words: says('put more kindly') }
  await request('PUT', '/feedback', { decisions: [approved] })

  await event.cue('break', { message: says('while the jury decides') })
  const vote = { entryIds: [entryIds[3], entryIds[2]], by: says('chair'), reason: 'Nearer to residents' }
  await request('POST', '/casting-votes', vote)
  const close = { entryIds: [entryIds[0], entryIds[1]], by: says('vice chair'), reason: 'A hair apart', joint: true }
  await request('POST', '/casting-votes', close)
  await event.cue('start-reveal')
  while ((await event.cue('reveal-next')).status === 200);
  await event.cue('message', { text: says('last message') })
  const published = await event.cue('publish', { by: says('released by') })
  if (published.body.phase !== 'final') throw new Error(`It was not published: ${published.text}`)
  return {
    ...event,
    judges: panel.map((added) => added.judge),
    judgeKeys: panel.map((added) => added.judgeKey),
  } as TestEvent
}
