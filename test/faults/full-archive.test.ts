import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { maxPictureBytes } from '../../api/schema/limits.ts'
import { openTestDatabase, type TestDatabase } from '../support/databases.ts'
import { type Program, startProgram } from '../support/program.ts'
import { owner } from '../support/show.ts'
import { noisyPng } from '../support/small-pictures.ts'
import { figure, long } from './seed.ts'

const judgeCount = long ? 200 : 20
const pictureBytes = 500 * 1024
const entryCount = Math.floor(maxPictureBytes / pictureBytes)

describe('an event with as many pictures as it may have', { timeout: 900_000 }, () => {
  const programs: Program[] = []
  const servers: TestDatabase[] = []
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(inject('folder'), 'full-archive-'))
  })
  afterEach(async () => {
    for (const program of programs) program.process.kill('SIGKILL')
    await Promise.all(programs.map((program) => program.ended))
    await Promise.all(servers.map((server) => server.close()))
  })

  async function startFresh(name: string): Promise<Program> {
    const database = await openTestDatabase('postgres')
    servers.push(database)
    const env = { DATA_DIR: join(folder, name), DATABASE_URL: database.url!, OWNER_KEY: owner }
    const program = await startProgram(env)
    if (!program.address) throw new Error(program.output())
    programs.push(program)
    return program
  }

  const callOf =
    (program: Program) =>
    async (method: string, path: string, body?: unknown, key = owner) => {
      const bytes = body instanceof Uint8Array
      const answer = await fetch(program.address + path, {
        method,
        headers: { authorization: `Bearer ${key}`, ...(bytes ? {} : { 'content-type': 'application/json' }) },
        body: body === undefined ? undefined : bytes ? new Uint8Array(body) : JSON.stringify(body),
      })
      const text = await answer.text()
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`)
      return JSON.parse(text)
    }

  it('is exported, imported into a fresh installation and exported the same, in bounded memory', async () => {
    // Before any request: drawing blocks this process for longer than an idle connection stays open.
    const pictures = Array.from({ length: entryCount }, (_, n) => noisyPng(pictureBytes, n))
    const first = await startFresh('first')
    const call = callOf(first)
    const { event, organiserKey } = await call('POST', '/api/events', { name: 'Full', slug: 'full' })
    const path = '/api/events/full'
    const entryIds: string[] = []
    for (let from = 0; from < entryCount; from += 100) {
      const teams = Array.from({ length: Math.min(100, entryCount - from) }, (_, n) => `Team ${from + n}`)
      const add = teams.map((team) => ({ team, title: `Work of ${team}` }))
      const { added } = await call('POST', `${path}/entries/many`, { add, change: [] }, organiserKey)
      for (const { entry } of added) entryIds.push(entry.id)
    }
    for (const [n, id] of entryIds.entries())
      await call('PUT', `${path}/entries/${id}/picture`, pictures[n], organiserKey)
    const judgeKeys: string[] = []
    for (let from = 0; from < judgeCount; from += 100) {
      const add = Array.from({ length: Math.min(100, judgeCount - from) }, (_, n) => ({ name: `Judge ${from + n}` }))
      const { added } = await call('POST', `${path}/judges/many`, { add, change: [] }, organiserKey)
      for (const { judgeKey } of added) judgeKeys.push(judgeKey)
    }
    await call('POST', `${path}/cues`, { cue: 'open-doors' }, organiserKey)
    for (const entryId of entryIds) await call('POST', `${path}/cues`, { cue: 'call', entryId }, organiserKey)
    const scoreAll = async (key: string, judge: number) => {
      for (const [n, id] of entryIds.entries()) {
        const scores = Object.fromEntries(event.criteria.map((c: { id: string }) => [c.id, 1 + ((judge + n) % 5)]))
        const body = { scores, comment: 'Well made. '.repeat(40), editedAt: new Date().toISOString() }
        for (;;) {
          const answer = await fetch(`${first.address}${path}/ballots/${id}`, {
            method: 'PUT',
            headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          })
          const text = await answer.text()
          if (answer.status === 200) break
          if (answer.status !== 429) throw new Error(text)
          await new Promise((resolve) => setTimeout(resolve, 200))
        }
      }
    }
    await Promise.all(judgeKeys.map(scoreAll))
    await call('POST', `${path}/cues`, { cue: 'close-scoring' }, organiserKey)
    await call('POST', `${path}/cues`, { cue: 'start-reveal' }, organiserKey)

    const out = await exportTo(first, organiserKey, join(folder, 'out.json'))
    const second = await startFresh('second')
    const imported = await importFrom(second, join(folder, 'out.json'))
    const again = await exportTo(second, imported.organiserKey, join(folder, 'again.json'))
    expect(again.digest).toBe(out.digest)
    figure('a full archive', {
      ...{ entries: entryCount, judges: judgeCount, ballots: entryCount * judgeCount, megabytes: out.megabytes },
      exportMb: out.grewMb,
      importMb: imported.grewMb,
      exportMs: out.tookMs,
      importMs: imported.tookMs,
    })
  })

  async function measure<T>(program: Program, work: () => Promise<T>) {
    const status = (name: string) =>
      Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${program.process.pid}/status`, 'utf8'))![1])
    writeFileSync(`/proc/${program.process.pid}/clear_refs`, '5')
    const [before, startedAt] = [status('VmRSS'), performance.now()]
    const done = await work()
    const tookMs = Math.round(performance.now() - startedAt)
    return { ...done, tookMs, grewMb: Math.round((status('VmHWM') - before) / 1024) }
  }

  const exportTo = (program: Program, key: string, file: string) =>
    measure(program, async () => {
      const answer = await fetch(`${program.address}/api/events/full/archive`, {
        // Node's fetch takes minutes to unpack so long a body.
        headers: { authorization: `Bearer ${key}`, 'accept-encoding': 'identity' },
      })
      expect(answer.status).toBe(200)
      await pipeline(Readable.fromWeb(answer.body as never), createWriteStream(file))
      const digest = createHash('sha256')
      for await (const bytes of createReadStream(file)) digest.update(bytes)
      return { digest: digest.digest('hex'), megabytes: Math.round(statSync(file).size / 1e6) }
    })

  const importFrom = (program: Program, file: string) =>
    measure(program, async () => {
      const answer = await fetch(`${program.address}/api/archive`, {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${owner}`, 'content-type': 'application/json' },
          'content-length': String(statSync(file).size),
        },
        body: Readable.toWeb(createReadStream(file)) as never,
        duplex: 'half',
      } as RequestInit)
      const text = await answer.text()
      expect([answer.status, text.slice(0, 300)]).toEqual([201, expect.stringContaining('organiserKey')])
      return JSON.parse(text) as { organiserKey: string }
    })
})
