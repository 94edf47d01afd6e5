import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { emptyFolder } from '../bench-folder.ts'
import { startProgram, startServer } from '../built-server.ts'
import { openCrowd } from '../crowd.ts'
import { openShow } from '../show.ts'
import { median, round, spread } from '../stats.ts'
import { isWhole, requestText } from '../taps.ts'

type Sizes = { screens: number; cues: number; entries?: number }

/**
 * A: from the press of a cue, after a durable commit, to each screen, and to the answer. In turn with the floor: a node:http server
 * that syncs one page and writes the same bytes.
 */
export async function benchCue({ screens, cues, entries = 3 }: Sizes, runs: number) {
  const ours = await openOurs(screens, entries)
  const floor = await openFloor(screens, ours.stage)
  try {
    const all = { ours: [] as Figures[], floor: [] as Figures[] }
    for (let run = 0; run < runs; run += 1) {
      all.ours.push(await measure(ours, cues))
      all.floor.push(await measure(floor, cues))
    }
    const [ms, floorMs] = [medians(all.ours), medians(all.floor)]
    const ratio = { p50: round(ms.p50 / floorMs.p50, 2), p99: round(ms.p99 / floorMs.p99, 2) }
    return { screens, entries, cues: runs * cues, ms, floorMs, ratio, reach: { answeredP50: 4, ratio: 1.3 } }
  } finally {
    await Promise.all([ours.close(), floor.close()])
  }
}

type Target = {
  crowd: Awaited<ReturnType<typeof openCrowd>>
  next(): { mark: string; press: () => Promise<void> }
  close(): Promise<void>
}

type Figures = ReturnType<typeof spread> & { answeredP50: number; answeredP99: number }

async function measure({ crowd, next }: Target, cues: number): Promise<Figures> {
  const samples: number[] = []
  const answered: number[] = []
  for (let n = 0; n < cues; n += 1) {
    const { mark, press } = next()
    const arrivals = crowd.allHave(mark)
    const pressedAt = performance.now()
    const answer = press().then(() => answered.push(performance.now() - pressedAt))
    const [arrivedAt] = await Promise.all([arrivals, answer])
    for (const moment of arrivedAt) samples.push(moment - pressedAt)
  }
  const { p50, p99 } = spread(answered)
  return { ...spread(samples), answeredP50: p50, answeredP99: p99 }
}

function medians(all: Figures[]): Figures {
  const names = Object.keys(all[0]!) as (keyof Figures)[]
  return Object.fromEntries(names.map((name) => [name, round(median(all.map((run) => run[name])), 2)])) as Figures
}

async function openOurs(screens: number, entries: number): Promise<Target & { stage: object }> {
  const server = await startServer()
  const show = await openShow(server.address, { entries, judges: 6 })
  const crowd = await openCrowd(server.address, `${show.path}/feed`, screens)
  const stage = await show.cue('start-timer')
  let { version } = stage
  const desk = await openDesk(server.address, `${show.path}/cues`, show.key)
  return {
    stage,
    crowd,
    next() {
      version += 1
      return { mark: `"version":${version},`, press: () => desk.press({ cue: 'add-time', seconds: 1 }) }
    },
    async close() {
      desk.close()
      crowd.close()
      await server.kill()
    },
  }
}

async function openFloor(screens: number, stage: object): Promise<Target> {
  const script = join(import.meta.dirname, 'plain-feeds.js')
  const program = await startProgram([script, 'synced', join(emptyFolder(), 'page')], {}, /^port (\d+)$/m)
  const crowd = await openCrowd(program.address, '/', screens)
  const desk = await openDesk(program.address, '/', '-')
  let version = 0
  return {
    crowd,
    next() {
      version += 1
      return { mark: `"version":${version},`, press: () => desk.press({ ...stage, version }) }
    },
    async close() {
      desk.close()
      crowd.close()
      await program.kill()
    },
  }
}

async function openDesk(address: string, path: string, key: string) {
  const { hostname, port } = new URL(address)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  return {
    async press(body: object) {
      let answer = ''
      const append = (chunk: Buffer) => {
        answer += chunk.toString('latin1')
      }
      socket.on('data', append)
      socket.write(requestText('POST', `${hostname}:${port}`, path, body, key))
      while (!isWhole(answer)) await once(socket, 'data')
      socket.off('data', append)
      if (!/^HTTP\/1\.1 20[04]/.test(answer)) throw new Error(`A cue was refused: ${answer}`)
    },
    close: () => socket.destroy(),
  }
}
