import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../api/operations/package-root.ts'
import { emptyFolder, freshDatabase, freshDataDir, stopWithBench } from './bench-folder.ts'

export const owner = 'the-owner-of-this-bench-installation'

export type DatabaseKind = 'embedded' | 'postgres'

export type Program = {
  address: string
  pid: number
  startMs: number
  /** The longest time that its event loop was blocked since the last call, and its memory now. */
  watch(): Promise<{ heldMs: number; residentMb: number }>
  kill(): Promise<void>
}

export type BuiltServer = Program & { dataDir: string; databaseUrl: string | undefined }

let usual: DatabaseKind = 'embedded'

export function startOn(database: DatabaseKind): void {
  usual = database
}

export async function startServer({
  database = usual,
  dataDir,
  databaseUrl,
}: {
  database?: DatabaseKind
  dataDir?: string
  databaseUrl?: string
} = {}): Promise<BuiltServer> {
  const file = join(packageRoot, 'dist/api/demo-hour.js')
  if (!existsSync(file)) throw new Error('Build first: npm run build')
  const url = databaseUrl ?? (database === 'postgres' ? await freshDatabase() : undefined)
  const data = dataDir ?? (url ? emptyFolder() : await freshDataDir())
  const env = { PORT: '0', HOST: '127.0.0.1', OWNER_KEY: owner, DATA_DIR: data, DATABASE_URL: url ?? '' }
  const program = await startProgram([file], env, /^On this machine: http:\/\/localhost:(\d+)$/m)
  return { ...program, dataDir: data, databaseUrl: url }
}

export async function startProgram(command: string[], env: Record<string, string>, says: RegExp): Promise<Program> {
  const watcher = join(import.meta.dirname, 'watch-loop.js')
  const begunAt = performance.now()
  const child = stopWithBench(
    spawn(process.execPath, ['--import', watcher, ...command], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    }),
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout!.on('data', (bytes: Buffer) => {
      output += bytes
      const port = says.exec(output)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
    void ended.then(() => reject(new Error(`The program stopped: ${output}`)))
  })
  return {
    address,
    pid: child.pid!,
    startMs: performance.now() - begunAt,
    watch: () =>
      new Promise((resolve) => {
        child.once('message', (figures) => resolve(figures as { heldMs: number; residentMb: number }))
        child.send('watch')
      }),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
