import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../operations/package-root.ts'
import { NotPlayable } from '../rehearsal-target.ts'

export type DemoServer = {
  url: string
  ended: Promise<void>
  stop(): Promise<void>
}

const readyLine = 'Demo Hour is open at'

export function startServer(ownerKey: string, log: (line: string) => void): Promise<DemoServer> {
  const { TLS_CERT: _, TLS_KEY: __, ...env } = process.env
  const port = env.PORT || '3000'
  const host = !env.HOST || env.HOST === '0.0.0.0' || env.HOST === '::' ? 'localhost' : env.HOST
  const built = join(packageRoot, 'dist/api/server.js')
  const program = existsSync(built) ? [built] : ['--import', 'tsx', join(packageRoot, 'api/server.ts')]
  const server = spawn(process.execPath, program, {
    cwd: packageRoot,
    env: { ...env, PORT: port, OWNER_KEY: ownerKey },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  return new Promise((resolve, reject) => {
    server.once('exit', () => reject(new NotPlayable('The server could not be started.')))
    server.once('error', reject)
    readLines(server, (line) => {
      if (line.startsWith(readyLine)) resolve({ url: `http://${host}:${port}`, ended, stop: () => stop(server, ended) })
      else if (line.includes('database')) log(line)
    })
  })
}

function readLines({ stdout }: ChildProcess, onLine: (line: string) => void): void {
  let rest = ''
  stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
}

async function stop(server: ChildProcess, ended: Promise<void>): Promise<void> {
  server.kill('SIGTERM')
  await ended
}
