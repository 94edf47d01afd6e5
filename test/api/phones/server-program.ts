import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type Call, callAt, owner } from '../../support/call.ts'
import { type Program, startProgram } from '../../support/program.ts'

export type ServerProgram = {
  address(): string
  call: Call
  kill(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

/** On the embedded database, unless `databaseUrl` names a migrated PostgreSQL database. */
export async function openServerProgram(databaseUrl?: string): Promise<ServerProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'demo-hour-hall-'))
  if (!databaseUrl) cpSync(inject('embedded').migrated, folder, { recursive: true })
  let program: Program | undefined

  async function start() {
    program = await startProgram({
      DATA_DIR: folder,
      OWNER_KEY: owner,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    })
    if (!program.address) throw new Error(`The server did not start: ${program.output()}`)
  }
  async function kill() {
    program?.process.kill('SIGKILL')
    await program?.ended
  }
  const address = () => program?.address ?? ''
  await start()
  return {
    address,
    start,
    kill,
    call: (...request) => callAt(address())(...request),
    async close() {
      await kill()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
