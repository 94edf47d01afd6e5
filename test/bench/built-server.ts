import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../api/package-root.ts'

export const owner = 'the-owner-of-this-bench-installation'

/** The built server as a program of its own, on its own data, killed as a power cut would. */
export type BuiltServer = {
  address: string
  pid: number
  startMs: number
  dataDir: string
  residentMb(): Promise<number>
  kill(): Promise<void>
}

export async function startServer(env: Record<string, string> = {}): Promise<BuiltServer> {
  const program = join(packageRoot, 'dist/api/server.js')
  if (!existsSync(program)) throw new Error('Build first: npm run build')
  const dataDir = env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'demo-hour-bench-'))
  const begunAt = performance.now()
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', OWNER_KEY: owner, DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (bytes: Buffer) => {
      output += bytes
      const port = /^On this machine: http:\/\/localhost:(\d+)$/m.exec(output)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
    void ended.then(() => reject(new Error(`The server stopped: ${output}`)))
  })
  const startMs = performance.now() - begunAt
  return {
    address,
    pid: child.pid!,
    startMs,
    dataDir,
    async residentMb() {
      const { readFile } = await import('node:fs/promises')
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
      if (!env.DATA_DIR) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
