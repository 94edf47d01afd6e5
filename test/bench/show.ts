import { owner } from './built-server.ts'
import { call } from './calls.ts'

export async function openShow(address: string, { entries, judges }: { entries: number; judges: number }) {
  const creation = await call(address, 'POST', '/api/events', { name: 'Bench' }, owner)
  if (creation.status !== 201) throw new Error(`No event: ${JSON.stringify(creation.body)}`)
  const path = `/api/events/${creation.body.event.slug}`
  const key: string = creation.body.organiserKey
  const entryIds: string[] = []
  for (let n = 1; n <= entries; n += 1) {
    const { body } = await call(address, 'POST', `${path}/entries`, { title: `Title ${n}`, team: `Team ${n}` }, key)
    entryIds.push(body.entry.id)
  }
  const judgeKeys: string[] = []
  for (let n = 1; n <= judges; n += 1) {
    const { body } = await call(address, 'POST', `${path}/judges`, { name: `Judge ${n}` }, key)
    judgeKeys.push(body.judgeKey)
  }
  const cue = async (name: string, more: object = {}) => {
    const answer = await call(address, 'POST', `${path}/cues`, { cue: name, ...more }, key)
    if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  await cue('open-doors')
  await cue('next')
  const score = (judge: number, value: number, entry = 0) =>
    call(
      address,
      'PUT',
      `${path}/ballots/${entryIds[entry]}`,
      {
        scores: { problem: value, adoption: value, 'made-with': value, shown: value },
        editedAt: new Date().toISOString(),
      },
      judgeKeys[judge],
    )
  return { path, key, entryIds, judgeKeys, cue, score }
}
