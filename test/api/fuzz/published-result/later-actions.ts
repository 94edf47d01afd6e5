import { expect } from 'vitest'
import { type Action, actions, findPhaseRefusal } from '../../../../api/rules/permissions.ts'
import type { Publishes } from '../../../../api/schema/event.ts'
import { owner, type Server } from '../../../support/show.ts'
import { putSlide } from '../../../support/slides.ts'
import { uploadSmallFilm } from '../../../support/small-film.ts'
import { png } from '../../../support/small-pictures.ts'
import { type PlayedPanel, senderTo } from './play-panel.ts'

export type Published = PlayedPanel & {
  publishes: Publishes
  otherServer: Server
}

type Later = (published: Published) => Promise<void>

const putPicture = async ({ server, event }: Published, path: string) => {
  const headers = { authorization: `Bearer ${event.key}` }
  const request = { method: 'PUT', headers, body: new Blob([new Uint8Array(png(8, 8))]) }
  const answer = await server.fetch(new Request(`http://hall.test${event.path}${path}/picture`, request))
  expect(answer.status).toBe(200)
}

const press = ({ server, event }: Published, cue: string, more: object = {}) =>
  server.call('POST', `${event.path}/cues`, { cue, ...more }, event.key)

const playCues: Later = async (published) => {
  for (const [cue, more] of [
    ['message', { text: 'Thank you' }],
    ['blank', {}],
    ['undo', {}],
    ['resume', {}],
  ] as const)
    expect([cue, (await press(published, cue, more)).status]).toEqual([cue, 200])
  for (const cue of ['reopen-scoring', 'reveal-back', 'start-reveal', 'close-scoring']) await press(published, cue)
}

const publishAs =
  (publishes: Publishes): Later =>
  async (published) => {
    await published.send('PATCH', '', { publishes })
    published.publishes = publishes
  }

const allowed: Partial<Record<Action, Later[]>> = {
  'change-event': [
    publishAs('winners'),
    publishAs('everything'),
    async ({ send }) => void (await send('PATCH', '', { name: 'Another name', venue: 'Elsewhere' })),
  ],
  'copy-event': [
    async ({ server, send }) => {
      const { event: copy, organiserKey } = await send('POST', '/copy', { entries: true })
      expect((await server.call('GET', `/api/events/${copy.slug}/results`, undefined, organiserKey)).status).toBe(403)
      await server.call('DELETE', `/api/events/${copy.slug}`, { name: copy.name }, organiserKey)
    },
  ],
  'forget-people': [async ({ send }) => void (await send('DELETE', '/people', {}))],
  'set-running-order': [
    async ({ event, send }) =>
      void (await send('PUT', '/running-order', { entryIds: event.entries.map(({ id }) => id).toReversed() })),
  ],
  'set-event-picture': [(published) => putPicture(published, '')],
  'set-entry-picture': [(published) => putPicture(published, `/entries/${published.event.entries[0]!.id}`)],
  'set-entry-slides': [
    async ({ server, event }) => {
      const answer = await putSlide(server, event, event.entries[0]!.id, 1, event.key)
      expect(answer.status).toBe(200)
    },
  ],
  'set-film': [({ event, send }) => send('DELETE', `/entries/${event.entries[0]!.id}/film`, {})],
  'upload-film': [
    async ({ server, event }) => expect((await uploadSmallFilm(server, event, event.entries[0]!.id)).status).toBe(200),
  ],
  'set-judge-away': [
    async ({ event, send }) => {
      for (const { id } of event.judges) await send('POST', `/judges/${id}/away`, {})
    },
  ],
  'issue-key': [
    async ({ event, send }) => {
      event.teamKeys[0] = (await send('POST', `/entries/${event.entries[0]!.id}/key`, {})).teamKey
    },
    async ({ event, send }) => {
      event.key = (await send('POST', '/key', {})).organiserKey
    },
  ],
  'revoke-key': [
    async ({ event, send }) => {
      const { keys } = await send('GET', '/keys', undefined, event.key)
      for (const { id, judgeId } of keys)
        if (judgeId !== null) await send('DELETE', `/keys/${id}`, undefined, event.key)
    },
  ],
  'hand-over-desk': [async ({ send }) => void (await send('POST', '/desk-codes', {}))],
  'play-cue': [playCues],
  'show-caption': [
    async ({ server, event }) => {
      await server.call('PATCH', event.path, { captions: true }, event.key)
      await server.call('POST', `${event.path}/captions`, { text: 'Thank you all' }, event.key)
    },
  ],
  'suggest-entry': [
    async ({ server, event }) => {
      const path = `${event.path}/ballots/where-next`
      for (const key of event.judgeKeys) await server.call('POST', path, {}, key)
    },
  ],
  'decide-feedback': [
    async ({ send }) => {
      const { comments } = await send('GET', '/feedback')
      const decisions = comments.map(({ entryId, judgeId, digest }: Record<string, string>) => ({
        ...{ entryId, judgeId, digest, state: 'approved' },
      }))
      if (decisions.length > 0) await send('PUT', '/feedback', { decisions })
    },
  ],
  'wipe-rehearsal': [
    async ({ server, event }) => void (await server.call('DELETE', `${event.path}/rehearsal`, {}, event.key)),
  ],
  // The event is deleted here and its archive imported; later actions run on the import.
  'delete-event': [
    async (published) => {
      const { event, server, otherServer, send } = published
      const archive = await send('GET', '/archive')
      expect((await server.call('DELETE', event.path, { name: archive.event.name }, event.key)).status).toBe(200)
      const answer = await otherServer.call('POST', '/api/archive', archive, owner)
      expect([answer.status, answer.text]).toEqual([201, expect.any(String)])
      event.key = answer.body.organiserKey
      published.server = otherServer
      published.otherServer = server
      published.send = senderTo(otherServer, event)
    },
  ],
}

/** Allowed after publishing, but no change of a published event. */
const leftOut: Action[] = [
  'repeat-join',
  'delete-event-under-way',
  ...actions.filter((action) => action.startsWith('read-')),
]

/** A new action fails here until it is covered. */
export function laterActions(): Map<string, Later> {
  const missing = actions.filter(
    (action) => !findPhaseRefusal(action, 'final') && !allowed[action] && !leftOut.includes(action),
  )
  expect(missing).toEqual([])
  const named = Object.entries(allowed).flatMap(([action, ways]) =>
    ways.map((act, n): [string, Later] => [`${action} ${n + 1}`, act]),
  )
  return new Map([...named, ['what is refused', tryRefused]])
}

const tryRefused: Later = async (published) => {
  const { server, event } = published
  const [entry, judge] = [`/entries/${event.entries[0]!.id}`, `/judges/${event.judges[0]!.id}`]
  const attempts: [string, string, unknown][] = [
    ['POST', `${judge}/remove`, {}],
    ['POST', `${judge}/admit`, {}],
    ['POST', `${judge}/merge`, { otherId: event.judges[1]!.id }],
    ['PATCH', judge, { name: 'Another' }],
    ['POST', `${entry}/disqualify`, { reason: 'Too late' }],
    ['POST', `${entry}/reinstate`, {}],
    ['PATCH', entry, { team: 'Another' }],
    ['PATCH', entry, { warmUp: true }],
    ['DELETE', entry, undefined],
    ['PUT', '/prizes', { prizes: [] }],
    ['PUT', '/rubric', { criteria: [{ id: 'use', name: 'Other', max: 5 }] }],
    ['PATCH', '', { places: 5 }],
    ['POST', '/casting-votes', { entryIds: event.entries.map(({ id }) => id), by: 'Chair', reason: 'No' }],
  ]
  for (const [method, path, body] of attempts)
    expect([path, (await server.call(method, event.path + path, body, event.key)).status]).toEqual([path, 409])
  expect((await press(published, 'reopen-scoring')).status).toBe(409)
}
