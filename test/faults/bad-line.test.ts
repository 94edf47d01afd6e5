import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { makeClock } from '../../web/core/clock.ts'
import { namesOfEndedRuns } from '../support/interrupted-runs.ts'
import { type Program, startProgram } from '../support/program.ts'
import { openProxy } from '../support/proxy.ts'
import { owner } from '../support/show.ts'
import { type BusyShow, openBusyShow } from './busy-show.ts'
import { figure, long, seedOfThisTest } from './seed.ts'

const rounds = long ? 6 : 2
const badWay = { delayMs: 150, loss: 0.05 }

describe('a show over a bad line', { timeout: 400_000 }, () => {
  let folder: string
  let program: Program | undefined
  let show: BusyShow | undefined
  beforeEach(() => {
    folder = mkdtempSync(join(inject('folder'), 'line-'))
    cpSync(inject('embedded').migrated, folder, { recursive: true })
  })
  afterEach(async () => {
    await show?.close()
    program?.process.kill('SIGKILL')
    await program?.ended
  })

  it('of 300 ms, 5 % loss, cuts and dead Wi-Fi saves every last tap, and every phone’s status is true', async () => {
    const seed = seedOfThisTest()
    program = await startProgram({ DATA_DIR: folder, OWNER_KEY: owner })
    const line = await openProxy(() => [program!.address], {}, seed)
    show = await openBusyShow({ address: line.url, judges: 8, seed })
    Object.assign(line.line, { upMs: badWay.delayMs, downMs: badWay.delayMs, loss: badWay.loss })
    const backMs: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      await show.expectProgress()
      await line.cut()
      await pause(1500)
      await line.mend()
      const mendedAt = performance.now()
      await show.expectScreensCurrent()
      backMs.push(Math.round(performance.now() - mendedAt))
      await show.expectProgress()
      line.line.dead = true
      await pause(3000)
      line.line.dead = false
      await show.expectScreensCurrent()
    }
    await show.settle()
    await show.check()
    const savingTexts = new Set(
      show.phones.flatMap((phone) => phone.savingTexts.map((text) => text.replace(/\d\d:\d\d/, '…'))),
    )
    expect(
      [...savingTexts].filter((text) => !/^(Saved …|Saved on this phone\. .*|Sending…|Each tap is saved)$/.test(text)),
    ).toEqual([])
    expect([...savingTexts].some((text) => text.startsWith('Saved on this phone'))).toBe(true)
    figure('a bad line', { ...badWay, cuts: rounds, backMs, acknowledged: show.acknowledgements(), lost: 0 })
    await line.close()
  })

  const root = process.platform === 'linux' && process.getuid?.() === 0
  const spaces = long && root && spawnSync('ip', ['netns', 'list']).status === 0
  if (long && !spaces)
    process.stdout.write('A network of its own is not tried: only root on Linux, with ip, can make one.\n')
  it.runIf(spaces)(
    'in a network of its own, cut for ten seconds at a time, it keeps every tap once and the clock right',
    async () => {
      const name = `dh-${process.pid}`
      const run = (command: string) => {
        const [program, ...commandLine] = command.split(' ')
        const done = spawnSync(program!, commandLine, { encoding: 'utf8' })
        if (done.status !== 0) throw new Error(`${command}: ${done.stderr}`)
      }
      const inside = `ip netns exec ${name}`
      const bad = `netem delay ${badWay.delayMs}ms 20ms loss ${badWay.loss * 100}%`
      const seed = seedOfThisTest()
      clearInterruptedNetworks()
      run(`ip netns add ${name}`)
      try {
        run(`ip link add dhf0 type veth peer name dhf1 netns ${name}`)
        run('ip addr add 10.213.77.1/30 dev dhf0')
        run('ip link set dhf0 up')
        for (const words of ['ip addr add 10.213.77.2/30 dev dhf1', 'ip link set dhf1 up', 'ip link set lo up'])
          run(`${inside} ${words}`)
        program = await startProgram(
          { DATA_DIR: folder, OWNER_KEY: owner, HOST: '10.213.77.2' },
          { within: inside.split(' ') },
        )
        const { port } = new URL(program.address)
        const server = `http://10.213.77.2:${port}`
        // Without the kernel's netem, a proxy delays and holds back pieces; the kernel still cuts.
        const netem = spawnSync('tc', `qdisc add dev dhf0 root ${bad}`.split(' ')).status === 0
        if (netem) run(`${inside} tc qdisc add dev dhf1 root ${bad}`)
        const line = netem ? undefined : await openProxy(() => [server], {}, seed)
        show = await openBusyShow({ address: line?.url ?? server, judges: 8, seed })
        if (line) Object.assign(line.line, { upMs: badWay.delayMs, downMs: badWay.delayMs, loss: badWay.loss })
        const clock = makeClock()
        const [saidMs, backMs, savedMs, clockOffMs]: number[][] = [[], [], [], []]
        for (let round = 0; round < 3; round += 1) {
          await show.expectProgress()
          await clock.sync()
          clockOffMs!.push(Math.round(Math.abs(clock.now() - Date.now())))
          run('ip link set dhf0 down')
          const from = performance.now()
          const unsaid = () => show!.screens.filter((screen) => screen.connected()).length
          await expect.poll(unsaid, { timeout: 9000, interval: 20 }).toBe(0)
          saidMs!.push(Math.round(performance.now() - from))
          await pause(10_000 - (performance.now() - from))
          run('ip link set dhf0 up')
          const mendedAt = performance.now()
          const since = () => Math.round(performance.now() - mendedAt)
          await Promise.all([
            show.expectScreensCurrent().then(() => backMs!.push(since())),
            show.expectProgress().then(() => savedMs!.push(since())),
          ])
        }
        clock.stop()
        await show.settle()
        await show.check()
        figure('a bad line in a network of its own', {
          ...{ netem, ...badWay, cutSeconds: 10, saidMs, backMs, savedMs, clockOffMs },
          ...{ acknowledged: show.acknowledgements(), lost: 0 },
        })
        expect(Math.max(...clockOffMs!)).toBeLessThan(50)
        await line?.close()
      } finally {
        spawnSync('ip', ['link', 'del', 'dhf0'])
        spawnSync('ip', ['netns', 'del', name])
      }
    },
  )
})

/** A killed run leaves its network, whose address is the same. */
function clearInterruptedNetworks(): void {
  const listed = spawnSync('ip', ['netns', 'list'], { encoding: 'utf8' }).stdout.split('\n')
  for (const left of namesOfEndedRuns(listed, 'dh')) {
    spawnSync('ip', ['link', 'del', 'dhf0'])
    spawnSync('ip', ['netns', 'del', left.split(' ')[0]!])
  }
}
