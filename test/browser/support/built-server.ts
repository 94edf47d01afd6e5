import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../../api/operations/package-root.ts'
import { owner } from '../../support/call.ts'

export type BuiltServer = { address: string; ownerKey: string; stop(): Promise<void> }

type Wanted = {
  fill?: (dataDir: string) => void
  publicUrl?: string
  /** Another program than the built one; it chooses its own data folder. */
  command?: [string, ...string[]]
  env?: Record<string, string>
}

export async function startBuiltServer({ fill, publicUrl, command, env: more }: Wanted = {}): Promise<BuiltServer> {
  const [program, ...args] = command ?? [process.execPath, join(packageRoot, 'dist/api/demo-hour.js')]
  const dataDir = mkdtempSync(join(tmpdir(), 'demo-hour-browser-'))
  fill?.(dataDir)
  const { DATABASE_URL: _, TLS_CERT: __, TLS_KEY: ___, DATA_DIR: ____, ...env } = process.env
  const child = spawn(program, args, {
    env: {
      ...{ ...env, PORT: '0', HOST: '127.0.0.1', OWNER_KEY: owner, PUBLIC_URL: publicUrl ?? '' },
      ...(command ? {} : { DATA_DIR: dataDir }),
      ...more,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const open = /^On this machine: (\S+)$/m.exec(output)?.[1]
      if (open !== undefined) resolve(open.replace('localhost', '127.0.0.1'))
    })
    ended.then(() => reject(new Error(`The server stopped: ${output}`)))
  })
  return {
    address,
    ownerKey: owner,
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
