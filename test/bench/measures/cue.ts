import { once } from 'node:events'
import { connect } from 'node:net'
import { startServer } from '../built-server.ts'
import { openCrowd } from '../crowd.ts'
import { openShow } from '../show.ts'
import { medianOfRuns, spread } from '../stats.ts'
import { isWhole, requestText } from '../taps.ts'

type Sizes = { screens: number; cues: number; entries?: number }

/** A: from the press of a cue to every one of its screens, after a durable commit. */
export async function benchCue({ screens, cues, entries = 3 }: Sizes, runs: number) {
  const server = await startServer()
  try {
    const show = await openShow(server.address, { entries, judges: 6 })
    const crowd = await openCrowd(server.address, `${show.path}/feed`, screens)
    let { version } = await show.cue('start-timer')
    const desk = await openDesk(server.address, `${show.path}/cues`, show.key)
    const ms = await medianOfRuns(runs, async () => {
      const samples: number[] = []
      for (let n = 0; n < cues; n += 1) {
        version += 1
        const heard = crowd.allHave(`"version":${version},`)
        const pressedAt = performance.now()
        const [at] = await Promise.all([heard, desk.press({ cue: 'add-time', seconds: 1 })])
        for (const moment of at) samples.push(moment - pressedAt)
      }
      return spread(samples)
    })
    desk.close()
    crowd.close()
    return { screens, entries, cues: runs * cues, ms, reach: { p50: 5, p99: 15 } }
  } finally {
    await server.kill()
  }
}

/** Who presses: a bare socket, as the screens are, so that the press is on its way at once and the bench measures the server and not itself. */
async function openDesk(address: string, path: string, key: string) {
  const { hostname, port } = new URL(address)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  return {
    async press(cue: object) {
      let answer = ''
      const hear = (chunk: Buffer) => {
        answer += chunk.toString('latin1')
      }
      socket.on('data', hear)
      socket.write(requestText('POST', `${hostname}:${port}`, path, cue, key))
      while (!isWhole(answer)) await once(socket, 'data')
      socket.off('data', hear)
      if (!answer.startsWith('HTTP/1.1 200')) throw new Error(`A cue was refused: ${answer}`)
    },
    close: () => socket.destroy(),
  }
}
