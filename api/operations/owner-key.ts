import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartProblem } from '../database/start-problem.ts'
import { hashKey, newKey } from '../http/keys.ts'
import { insertKey, revokeKeys } from '../store/keys.ts'
import type { Query } from '../store/sql.ts'

const ownerRole = { role: 'owner', eventId: null, judgeId: null, entryId: null } as const

/**
 * Returns the owner's key: OWNER_KEY, which then replaces every other; else the one created at the first start. The database holds its hash;
 * the key itself is in a file that only this user can read, so that every start can print the link.
 */
export async function loadOwnerKey(sql: Query, fromEnvironment: string | undefined, dataDir: string): Promise<string> {
  if (fromEnvironment !== undefined) {
    await revokeKeys(sql, ownerRole)
    await insertKey(sql, hashKey(fromEnvironment), ownerRole)
    return fromEnvironment
  }
  const path = join(dataDir, 'owner-key')
  const stored = await readFile(path, 'utf8').catch(() => undefined)
  const key = stored?.trim() || newKey()
  if (!stored) {
    await mkdir(dataDir, { recursive: true })
    await writeFile(path, `${key}\n`, { mode: 0o600 }).catch(({ code }: NodeJS.ErrnoException) => {
      throw new StartProblem(
        `The owner's key cannot be written to ${path} (${code}). Remove what is there and let this user write, or set OWNER_KEY.`,
      )
    })
  }
  await insertKey(sql, hashKey(key), ownerRole)
  return key
}
