import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '../start-problem.ts'

/** The message for a database that cannot be opened: the reason and what to do. Changes nothing in the folder. */
export function explainBroken(dataDir: string, failure: Error): StartProblem {
  const start = `The database in ${dataDir}/database cannot be opened: ${failure.message}.`
  return new StartProblem(`${start} ${advice(dataDir, failure.message)}`, { cause: failure })
}

function advice(dataDir: string, reason: string): string {
  if (/no space left/i.test(reason))
    return 'The disk is full: make room and start again. Nothing that was saved is lost.'
  const archive = lastArchive(join(dataDir, 'archives'))
  if (!archive) return 'Put a copy of it back, or set DATA_DIR to another folder.'
  const { path, at } = archive
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })
  const time = at.toTimeString().slice(0, 5)
  return [
    'Put a copy of it back.',
    `Or set DATA_DIR to a new folder, open the owner’s link and import the last archive, of ${day}, ${time}: ${path}`,
    'The damaged folder is left as it is.',
  ].join('\n')
}

/** The newest archive that the server wrote when scoring closed or the result was published. */
function lastArchive(folder: string): { path: string; at: Date } | undefined {
  if (!existsSync(folder)) return undefined
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtime }))
    .sort((a, b) => b.at.getTime() - a.at.getTime())[0]
}
