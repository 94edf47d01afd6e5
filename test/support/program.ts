import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../api/operations/package-root.ts'

export type Program = { address: string; output: () => string; process: ChildProcess; ended: Promise<number | null> }

/** `address` is empty when the program stopped instead. `env` adds to this process's environment; `within` goes before the command. */
export async function startProgram(
  env: Record<string, string>,
  { within = [], flags = [] }: { within?: string[]; flags?: string[] } = {},
): Promise<Program> {
  const [command, ...rest] = [...within, process.execPath, ...flags, join(packageRoot, 'dist/api/server.js')]
  const child = spawn(command!, rest, {
    cwd: packageRoot,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const address = await new Promise<string>((resolve) => {
    const read = (bytes: Buffer) => {
      output += bytes.toString()
      const open = /^On this machine: (\S+)$/m.exec(output)?.[1]
      if (open && output.includes('owner#k=')) resolve(open.replace('localhost', '127.0.0.1'))
    }
    child.stdout!.on('data', read)
    child.stderr!.on('data', read)
    void ended.then(() => resolve(''))
  })
  return { address, output: () => output, process: child, ended }
}
