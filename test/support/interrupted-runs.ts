import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A run that is killed cannot clear its folder, `<name>-<pid>-…`; the next one does, with the disks that were
 * mounted in it. What cannot be removed is said and left: it is no reason not to run.
 */
export function clearInterruptedRuns(name: string): void {
  for (const found of namesOfEndedRuns(readdirSync(tmpdir()), name)) {
    const folder = join(tmpdir(), found)
    for (const disk of disksIn(folder)) spawnSync('umount', ['-l', disk])
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch (error) {
      process.stderr.write(`What an interrupted run left in ${folder} could not be removed: ${error}\n`)
    }
  }
}

/** Of names that begin with `<name>-<pid>`, those whose process has ended. */
export function namesOfEndedRuns(names: string[], name: string): string[] {
  return names.filter((found) => {
    const pid = found.startsWith(`${name}-`) && Number.parseInt(found.slice(name.length + 1), 10)
    return pid && !isRunning(pid)
  })
}

function disksIn(folder: string): string[] {
  if (!existsSync('/proc/mounts')) return []
  const mounted = readFileSync('/proc/mounts', 'utf8').split('\n')
  return mounted.map((line) => line.split(' ')[1] ?? '').filter((path) => path.startsWith(`${folder}/`))
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
