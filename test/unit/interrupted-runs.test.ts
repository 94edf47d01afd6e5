import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { clearInterruptedRuns } from '../support/interrupted-runs.ts'

const name = `demo-hour-interrupted-${process.pid}`
const mayMount = process.platform === 'linux' && process.getuid?.() === 0

describe('the folder of an interrupted run', () => {
  const folders: string[] = []
  function leave(pid: number): string {
    const folder = mkdtempSync(join(tmpdir(), `${name}-${pid}-`))
    folders.push(folder)
    writeFileSync(join(folder, 'file'), '')
    return folder
  }
  afterEach(() => {
    for (const folder of folders.splice(0)) {
      spawnSync('umount', ['-l', join(folder, 'disk')])
      rmSync(folder, { recursive: true, force: true })
    }
  })
  const ended = () => spawnSync(process.execPath, ['--version']).pid

  it('is removed once its process has ended, and not before', () => {
    const [old, current] = [leave(ended()), leave(process.pid)]
    clearInterruptedRuns(name)
    expect([existsSync(old), existsSync(current)]).toEqual([false, true])
  })

  it.runIf(mayMount)(
    'is cleared with the disk that was mounted in it, even one in use (only root on Linux can mount one)',
    () => {
      const folder = leave(ended())
      const disk = join(folder, 'disk')
      mkdirSync(disk)
      expect(spawnSync('mount', ['-t', 'tmpfs', 'none', disk]).status).toBe(0)
      const before = process.cwd()
      process.chdir(disk)
      try {
        clearInterruptedRuns(name)
      } finally {
        process.chdir(before)
      }
      expect(existsSync(folder)).toBe(false)
    },
  )
})
