import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A killed run cannot remove its folder `<name>-<pid>-…`, so the next run does, with the disks mounted in it. What cannot be removed
 * is printed and left.
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
