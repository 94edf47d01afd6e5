import postgres from 'postgres'
import { StartProblem } from './start-problem.ts'

/** The level that patches/postgres+3.4.9.patch sets; patches/README.md lists the faults that each part corrects. */
const requiredLevel = 1

/** Throws a `StartProblem` unless the driver that runs is the patched one: without the patch, acknowledged ballots can be rolled back. */
export function requirePatchedDriver(driver: unknown = postgres): void {
  const { patchLevel } = driver as { patchLevel?: number }
  if (patchLevel !== requiredLevel)
    throw new StartProblem(
      'The database driver lacks the corrections in patches/. Run "npx patch-package" (npm ci runs it unless scripts are switched off), then start again.',
    )
}
