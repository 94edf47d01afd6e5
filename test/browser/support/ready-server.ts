import { cpSync } from 'node:fs'
import { inject } from 'vitest'
import { type BuiltServer, startBuiltServer } from './built-server.ts'

export function startReadyServer(wanted: { publicUrl?: string } = {}): Promise<BuiltServer> {
  return startBuiltServer({
    ...wanted,
    fill: (dataDir) => cpSync(inject('embedded').migrated, dataDir, { recursive: true }),
  })
}
