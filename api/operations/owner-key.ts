import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashKey, newKey } from '../http/keys.ts'
import { addKey, revokeKeys } from '../store/keys.ts'
import type { Query } from '../store/sql.ts'

const ownerDoor = { role: 'owner', eventId: null, judgeId: null, entryId: null } as const

/**
 * The owner's key: the one in OWNER_KEY, which then is the only one; else made at the first start. The database keeps its hash;
 * the key itself stays in a file that only this user can read, so that every start can print the link again.
 */
export async function ownerKey(sql: Query, given: string | undefined, dataDir: string): Promise<string> {
  if (given !== undefined) {
    await revokeKeys(sql, ownerDoor)
    await addKey(sql, hashKey(given), ownerDoor)
    return given
  }
  const path = join(dataDir, 'owner-key')
  const kept = await readFile(path, 'utf8').catch(() => undefined)
  const key = kept?.trim() || newKey()
  if (!kept) {
    await mkdir(dataDir, { recursive: true })
    await writeFile(path, `${key}\n`, { mode: 0o600 })
  }
  await addKey(sql, hashKey(key), ownerDoor)
  return key
}
