import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../../api/schema/result.ts'
import { amount, long, seedOfThisTest } from '../../faults/seed.ts'
import { rankArchive } from '../../support/rank-archive.ts'
import { type ResultSources, readResultSources } from '../../support/result-sources.ts'
import { openServer, owner, type Server } from '../../support/show.ts'
import { checkSources, countedBallots, isComplete, placing } from './published-result/check-result.ts'
import { laterActions, type Published } from './published-result/later-actions.ts'
import { panels } from './published-result/panel.ts'
import { type PlayedPanel, playPanel } from './published-result/play-panel.ts'

const count = Number(process.env.PANELS ?? amount(8, 60, 300))

describe('a published result', () => {
  let servers: [Server, Server]
  beforeAll(async () => {
    servers = [await openServer(), await openServer()]
  })
  afterAll(async () => {
    for (const server of servers) await server.close()
  })

  it('is the same wherever it is read, and after every later action', { timeout: 1_800_000 }, async () => {
    const seed = seedOfThisTest()
    const later = laterActions()
    const order = fc.shuffledSubarray([...later.keys()], { minLength: 3, maxLength: 6 })
    let published = 0
    const property = fc.asyncProperty(panels, order, async (panel, actions) => {
      const played = await playPanel(servers[0], panel)
      const draft = await readDraft(played)
      if (!(await reveal(played, draft))) return
      published += 1
      const after: Published = { ...played, publishes: panel.publishes, otherServer: servers[1] }
      const first = await readChecked(after)
      for (const act of actions) {
        await later.get(act)!(after)
        expect(withoutNames(await readChecked(after))).toEqual(withoutNames(first))
      }
      await after.server.call('DELETE', after.event.path, { name: after.event.event.slug }, owner)
    })
    await fc.assert(property, { seed, numRuns: count, endOnFailure: !long })
    expect(published).toBeGreaterThan(0)
    for (const { failures } of servers) expect(failures.filter((failure) => failure instanceof Error)).toEqual([])
  })
})

async function readDraft({ send }: PlayedPanel): Promise<Result> {
  const draft: Result = await send('GET', '/results')
  expect((await send('GET', '/record')).result).toMatchObject({ standings: draft.standings, awards: draft.awards })
  expect(rankArchive(await send('GET', '/archive')).standings.map(placing)).toEqual(draft.standings.map(placing))
  return draft
}

/** False where there is nothing to reveal, because no counted ballot is complete. */
async function reveal({ server, event, expected, send }: PlayedPanel, draft: Result): Promise<boolean> {
  const started = await event.cue('start-reveal')
  const complete = countedBallots({ event, expected }).filter(isComplete)
  expect(started.status === 200).toBe(complete.length > 0)
  if (started.status !== 200) return false
  const fixed: Result = await send('GET', '/results')
  expect({ ...fixed, digest: null, computedAt: '' }).toEqual({ ...draft, digest: null, computedAt: '' })
  const { steps } = (await send('GET', '/archive')).released
  for (const [n] of steps.entries()) {
    expect((await server.call('GET', `${event.path}/results`)).status).toBe(403)
    const { body, status } = await event.cue('reveal-next')
    expect([status, body.reveal.shown]).toEqual([200, steps.slice(0, n + 1)])
  }
  expect((await event.cue('publish')).status).toBe(200)
  return true
}

async function readChecked(published: Published): Promise<ResultSources> {
  const sources = await readResultSources(published.server, published.event)
  checkSources(published, sources, published.publishes)
  return sources
}

function withoutNames({ archive: { released } }: ResultSources): unknown {
  const text = JSON.stringify({ ...released, computedAt: '' })
  return JSON.parse(text.replace(/"by":"[^"]*"/g, '"by":""'))
}
