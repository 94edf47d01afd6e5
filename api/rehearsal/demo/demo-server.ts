import { type ChildProcess, spawn } from 'node:child_process'
import { NotPlayable } from '../rehearsal-target.ts'

export type DemoServer = {
  url: string
  ended: Promise<void>
  stop(): Promise<void>
}

/** The port that was opened, as PORT=0 takes any. */
const readyLine = /^On this machine: \S+:(\d+)$/

export function startServer(ownerKey: string, log: (line: string) => void): Promise<DemoServer> {
  const { TLS_CERT: _, TLS_KEY: __, ...env } = process.env
  const host = !env.HOST || env.HOST === '0.0.0.0' || env.HOST === '::' ? 'localhost' : env.HOST
  const server = spawn(process.execPath, [...process.execArgv, process.argv[1]!, 'start'], {
    env: { ...env, OWNER_KEY: ownerKey },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  return new Promise((resolve, reject) => {
    server.once('exit', () => reject(new NotPlayable('The server could not be started.')))
    server.once('error', reject)
    readLines(server, (line) => {
      const port = readyLine.exec(line)?.[1]
      if (port) resolve({ url: `http://${host}:${port}`, ended, stop: () => stop(server, ended) })
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
