import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A run that is killed cannot clear its folder, `<name>-<pid>-…`; the next one does. */
export function clearInterruptedRuns(name: string): void {
  for (const found of readdirSync(tmpdir())) {
    const pid = found.startsWith(`${name}-`) && Number(found.slice(name.length + 1).split('-')[0])
    if (pid && !isRunning(pid)) rmSync(join(tmpdir(), found), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
