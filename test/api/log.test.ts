import { expect, it } from 'vitest'
import { makeApp } from '../../api/app.ts'
import { createLog, failed } from '../../api/operations/log.ts'
import { makeEvent, openServer } from '../support/show.ts'

it('the log says what happened, by an id that the answer carries too, and never who, with what key, or what they wrote', async () => {
  const server = await openServer()
  const lines: string[] = []
  const log = createLog('debug', { write: (line: string) => lines.push(line) })
  const app = makeApp(
    server.context,
    (failure, requestId) => log.error({ ...failed(failure), requestId }, 'failed'),
    (line) => log.debug(line),
  )
  const event = await makeEvent(
    {
      async call(method, path, body, key) {
        const response = await app.request(path, {
          method,
          headers: {
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          },
          body: body === undefined ? undefined : JSON.stringify(body),
        })
        const text = await response.text()
        return { status: response.status, body: JSON.parse(text), headers: response.headers, text }
      },
    },
    { name: 'MARKER event', entries: 1, judges: 1 },
  )
  await event.cue('open-doors')
  await event.cue('next')
  await event.score(0, 0, 5, { comment: 'MARKER comment' })
  const joined = await app.request(`${event.path}/join?MARKER=1`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: 'demo-hour-judge-x=MARKER',
      'x-request-id': 'from-the-proxy',
    },
    body: JSON.stringify({ name: 'MARKER name', organisation: 'MARKER council' }),
  })
  expect(joined.headers.get('x-request-id')).toBe('from-the-proxy')
  // The database's error names the values it rejected, which the log must not contain.
  await server.db.sql`alter table judges add constraint marker check (name <> 'MARKER fault')`
  const fault = await app.request(`${event.path}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'MARKER fault' }),
  })
  expect([fault.status, await fault.json()]).toMatchObject([500, { type: '/problems/bug' }])
  const all = lines.join('')
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), time: expect.any(String) })
  expect(all).toContain(`"requestId":"${fault.headers.get('x-request-id')}"`)
  expect(all).toContain('"requestId":"from-the-proxy"')
  expect(all).toContain('"route":"/api/events/:slug/ballots/:entryId"')
  expect(all).toContain('"constraint":"marker"')
  for (const secret of [event.key, event.judgeKeys[0]!, event.event.slug, event.event.code])
    expect(all).not.toContain(secret)
  expect(all.replaceAll('"constraint":"marker"', '')).not.toMatch(/MARKER/)
  await server.close()
})
