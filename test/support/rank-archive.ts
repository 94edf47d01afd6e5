import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BallotRanking } from '../../api/rules/ranking/standings.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What `npm run rank` prints for an archive. */
export function rankArchive(archive: unknown): BallotRanking {
  const path = join(tmpdir(), `archive-${randomBytes(6).toString('hex')}.json`)
  writeFileSync(path, JSON.stringify(archive))
  try {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', 'api/rank.ts', path], {
      cwd: root,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    return JSON.parse(stdout)
  } finally {
    rmSync(path)
  }
}
