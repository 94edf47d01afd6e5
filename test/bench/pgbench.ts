import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stopWithBench } from './bench-folder.ts'

export function findPgbench(): string | undefined {
  const debian = '/usr/lib/postgresql'
  let versions: string[] = []
  try {
    versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a))
  } catch {}
  return ['pgbench', ...versions.map((version) => join(debian, version, 'bin/pgbench'))].find(
    (command) => spawnSync(command, ['--version']).status === 0,
  )
}

export async function pgbench(
  command: string,
  databaseUrl: string,
  { statement, folder, clients, seconds }: { statement: string; folder: string; clients: number; seconds: number },
): Promise<number> {
  const file = join(folder, 'statement.sql')
  writeFileSync(file, statement)
  const many = ['-c', String(clients), '-j', String(Math.min(2, clients)), '-T', String(seconds)]
  const child = stopWithBench(spawn(command, ['-n', '-M', 'prepared', ...many, '-f', file, databaseUrl]))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (output += bytes))
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject))
  if (!/number of failed transactions: 0 /.test(output)) throw new Error(`pgbench failed: ${output}`)
  // On a very busy machine pgbench finishes nothing and prints no figure.
  return Number(/^tps = ([\d.]+)/m.exec(output)?.[1] ?? Number.NaN)
}
