import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rankFile } from '../../api/rank-file.ts'
import type { BallotRanking } from '../../api/rules/ranking/standings.ts'

export function rankArchive(archive: unknown): BallotRanking {
  const path = join(tmpdir(), `archive-${randomBytes(6).toString('hex')}.json`)
  writeFileSync(path, JSON.stringify(archive))
  try {
    return JSON.parse(JSON.stringify(rankFile(path)))
  } finally {
    rmSync(path)
  }
}
