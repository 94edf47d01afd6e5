import { expect } from 'vitest'
import type { Method } from '../../../../api/schema/event.ts'
import type { Result } from '../../../../api/schema/result.ts'
import { makeEvent, type Server, type TestEvent } from '../../../support/show.ts'
import type { Panel, Scores, Step, Tap } from './panel.ts'

export const criteria = [
  { id: 'use', name: 'Use', min: 1, max: 5, weight: 2 },
  { id: 'show', name: 'Show', min: 1, max: 5, weight: 1 },
]

export type ExpectedBallot = { scores: Partial<Scores>; recused: boolean; paper: boolean; edit: number }

/** Computed from the presses, without the code under test. Judges and entries are indexes in the test event. */
export type Expected = {
  ballots: Map<string, ExpectedBallot>
  removed: Set<number>
  merged: Set<number>
  disqualified: Map<number, string>
  warmUps: Set<number>
  uncalled: Set<number>
  prizes: number[][]
  method: Method
  places: number
  criterionAwards: string[]
  reopenings: number
  votes: number
  edits: number
}

export type PlayedPanel = {
  server: Server
  event: TestEvent
  expected: Expected
  send: (method: string, path: string, body?: unknown, key?: string) => Promise<any>
}

export function senderTo(server: Server, event: TestEvent): PlayedPanel['send'] {
  return async (method, path, body, key = event.key) => {
    const answer = await server.call(method, event.path + path, body, key)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`)
    return answer.body
  }
}

export const ballotKey = (judge: number, entry: number) => `${judge} ${entry}`

export async function playPanel(server: Server, panel: Panel): Promise<PlayedPanel> {
  const event = await makeEvent(server, { criteria, entries: panel.entries, judges: panel.judges })
  const send = senderTo(server, event)
  const expected: Expected = {
    ballots: new Map(),
    removed: new Set(),
    merged: new Set(),
    disqualified: new Map(),
    warmUps: new Set(panel.warmUp ? [0] : []),
    uncalled: new Set(panel.uncalled ? [panel.entries - 1] : []),
    prizes: [],
    ...{ method: 'levelled', places: 3, criterionAwards: [], reopenings: 0, votes: 0, edits: 0 },
  }
  const played = { server, event, expected, send }
  await send('PATCH', '', { publishes: panel.publishes })
  if (panel.warmUp) await send('PATCH', `/entries/${event.entries[0]!.id}`, { warmUp: true })
  await event.cue('open-doors')
  for (const [n, { id: entryId }] of event.entries.entries())
    if (!expected.uncalled.has(n)) await event.cue('call', { entryId })
  if (panel.removedFirst !== null) await playStep(played, { do: 'remove', judge: panel.removedFirst })
  if (panel.skipped !== null) await send('PATCH', `/entries/${event.entries[panel.skipped]!.id}`, { skipped: true })
  for (const [n, tap] of panel.taps.entries()) {
    if (n === 3 && panel.disqualifiedFirst !== null)
      await playStep(played, { do: 'disqualify', entry: panel.disqualifiedFirst })
    await playTap(played, tap)
  }
  await event.cue('close-scoring')
  for (const step of panel.steps) await playStep(played, step)
  return played
}

async function playTap({ server, event, expected }: PlayedPanel, { judge, entry, cell, paper }: Tap): Promise<void> {
  // The phone of a merged judge continues as the remaining judge.
  if (cell === 'absent' || expected.merged.has(judge)) return
  expected.edits += 1
  const scores = cell === 'unfinished' ? { use: 4 } : cell === 'recused' ? {} : cell
  const ballot = {
    scores,
    recused: cell === 'recused',
    comment: `Comment ${ballotKey(judge, entry)}`,
    editedAt: new Date(Date.now() - 1_000_000 + expected.edits).toISOString(),
  }
  const entryId = event.entries[entry]!.id
  const answer = paper
    ? await server.call(
        'PUT',
        `${event.path}/judges/${event.judges[judge]!.id}/ballots/${entryId}`,
        { ...ballot, overPhone: true },
        event.key,
      )
    : await server.call('PUT', `${event.path}/ballots/${entryId}`, ballot, event.judgeKeys[judge])
  const scored = !expected.removed.has(judge) && !expected.warmUps.has(entry) && !expected.uncalled.has(entry)
  expect([answer.status < 300, answer.text]).toEqual([scored, answer.text])
  if (scored)
    expected.ballots.set(ballotKey(judge, entry), { scores, recused: ballot.recused, paper, edit: expected.edits })
}

async function playStep(played: PlayedPanel, step: Step): Promise<void> {
  const { server, event, expected, send } = played
  const judgePath = (judge: number) => `/judges/${event.judges[judge]!.id}`
  const entryPath = (entry: number) => `/entries/${event.entries[entry]!.id}`
  switch (step.do) {
    case 'remove':
      await send('POST', `${judgePath(step.judge)}/remove`, {})
      expected.removed.add(step.judge)
      return
    case 'admit':
      if (expected.merged.has(step.judge)) return
      await send('POST', `${judgePath(step.judge)}/admit`, {})
      expected.removed.delete(step.judge)
      return
    case 'merge':
      if (step.judge === step.other || expected.merged.has(step.judge) || expected.merged.has(step.other)) return
      await send('POST', `${judgePath(step.judge)}/merge`, { otherId: event.judges[step.other]!.id })
      return mergeExpected(played, step.judge, step.other)
    case 'disqualify': {
      if (expected.warmUps.has(step.entry)) return
      const reason = `Reason ${step.entry} of ${expected.disqualified.size}`
      await send('POST', `${entryPath(step.entry)}/disqualify`, { reason })
      expected.disqualified.set(step.entry, reason)
      return
    }
    case 'reinstate':
      if (expected.warmUps.has(step.entry)) return
      await send('POST', `${entryPath(step.entry)}/reinstate`, {})
      expected.disqualified.delete(step.entry)
      return
    case 'set-prizes':
      await send('PUT', '/prizes', {
        prizes: step.prizes.map((entries, n) => ({
          name: `Prize ${n}`,
          entryIds: entries.map((entry) => event.entries[entry]!.id),
        })),
      })
      expected.prizes = step.prizes
      return
    case 'set-awards': {
      const { do: _, ...settings } = step
      await send('PATCH', '', settings)
      Object.assign(expected, settings)
      return
    }
    case 'reopen':
      await event.cue('reopen-scoring')
      for (const tap of step.taps) await playTap(played, tap)
      await event.cue('close-scoring')
      expected.reopenings += 1
      return
    case 'cast-vote': {
      const entryIds = findDoubt(await send('GET', '/results'), step.joint)
      if (entryIds.length < 2) return
      const vote = {
        entryIds: step.reversed ? entryIds.toReversed() : entryIds,
        ...{ by: `Chair ${expected.votes}`, reason: `Ground ${expected.votes}`, joint: step.joint },
      }
      expected.votes += 1
      // Entries that are too close to call need not be neighbours.
      const answer = await server.call('POST', `${event.path}/casting-votes`, vote, event.key)
      expect([201, 409]).toContain(answer.status)
    }
  }
}

function findDoubt({ standings, warnings }: Result, joint: boolean): string[] {
  if (!joint) {
    const tied = standings.find(
      ({ rank }) => rank !== null && standings.filter((other) => other.rank === rank).length > 1,
    )
    return tied ? standings.filter(({ rank }) => rank === tied.rank).map(({ entryId }) => entryId) : []
  }
  const close = warnings.find(({ code }) => code === 'too-close')?.entryIds ?? []
  const ranks = standings.filter(({ entryId }) => close.includes(entryId)).map(({ rank }) => rank)
  return standings.filter(({ rank }) => ranks.includes(rank)).map(({ entryId }) => entryId)
}

function mergeExpected({ event, expected }: PlayedPanel, judge: number, other: number): void {
  for (const [entry] of event.entries.entries()) {
    const otherBallot = expected.ballots.get(ballotKey(other, entry))
    const ownBallot = expected.ballots.get(ballotKey(judge, entry))
    if (otherBallot && (!ownBallot || otherBallot.edit > ownBallot.edit))
      expected.ballots.set(ballotKey(judge, entry), otherBallot)
  }
  expected.removed.delete(judge)
  expected.removed.add(other)
  expected.merged.add(other)
}
