import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../api/operations/package-root.ts'

export type Program = { address: string; output: () => string; process: ChildProcess; ended: Promise<number | null> }

type ProgramOptions = { within?: string[]; flags?: string[]; folder?: string; command?: string[]; readyLine?: RegExp }

/** `address` is empty when the program stopped instead. `env` adds to this process's environment; `within` goes before node, `flags` behind it. */
export async function startProgram(
  env: Record<string, string>,
  {
    within = [],
    flags = [],
    folder = packageRoot,
    command = [join(packageRoot, 'dist/api/demo-hour.js')],
    readyLine = /^On this machine: (\S+)$[\s\S]*owner#k=/m,
  }: ProgramOptions = {},
): Promise<Program> {
  const [first, ...rest] = [...within, process.execPath, ...flags, ...command]
  const child = spawn(first!, rest, {
    cwd: folder,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const address = await new Promise<string>((resolve) => {
    const read = (bytes: Buffer) => {
      output += bytes.toString()
      const open = readyLine.exec(output)?.[1]
      if (open) resolve(open.replace('localhost', '127.0.0.1'))
    }
    child.stdout!.on('data', read)
    child.stderr!.on('data', read)
    void ended.then(() => resolve(''))
  })
  return { address, output: () => output, process: child, ended }
}
