import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, realpath, rename, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartProblem } from '../start-problem.ts'

export type FolderLock = { release(): Promise<void> }

type Claim = { id: string; pid?: number; since?: string; owned: boolean }

/**
 * Lets one process open a data folder. Each candidate listens on a socket of its own in the folder `lock`, then connects to every other
 * socket there. The kernel refuses connections to a dead process's socket, whatever its pid was. Names are never reused, so anyone may
 * remove a socket that refused. All listen before they connect, so two candidates cannot both find no other.
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const claim = {
    id: randomBytes(4).toString('hex'),
    pid: process.pid,
    since: new Date().toISOString(),
    owned: false,
  }
  const { folder, release } = await claimFolder(dataDir, claim)
  try {
    while (folder) {
      const rivals = await readOtherClaims(folder, claim.id)
      const winner = rivals.find((rival) => rival.owned || rival.id < claim.id)
      if (winner) throw inUse(dataDir, winner)
      if (rivals.length === 0) break
      // Other candidates find this lower id and give up.
      await sleep(20)
    }
  } catch (error) {
    await release()
    throw error
  }
  claim.owned = true
  return { release }
}

type Claimed = { folder?: string; release(): Promise<void> }

const lockName = (path: string) => `demo-hour-${createHash('sha256').update(path).digest('hex').slice(0, 16)}`

/** Where the lock of a folder is whose own path is too long for a socket, by its real path. */
export const shortLockFolder = (path: string) => join('/tmp', lockName(path))

async function claimFolder(dataDir: string, claim: Claim): Promise<Claimed> {
  const path = await realpath(dataDir)
  const name = lockName(path)
  if (process.platform === 'win32') return claimPipe(dataDir, `\\\\.\\pipe\\${name}`, claim)
  // A socket's path may have about 100 characters, and some mounted folders hold no sockets.
  const inside = join(path, 'lock')
  const elsewhere = shortLockFolder(path)
  const folders = Buffer.byteLength(inside) > 85 ? [elsewhere] : [inside, elsewhere]
  let reason: unknown
  for (const folder of folders) {
    try {
      return await claimIn(folder, claim)
    } catch (error) {
      reason = error
    }
  }
  throw new StartProblem(`The data folder ${dataDir} cannot be locked: ${(reason as Error).message}.`)
}

/** Listens under a hidden name first: a socket that is bound but does not listen yet would look dead to others. */
async function claimIn(folder: string, claim: Claim): Promise<Claimed> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const socket = join(folder, claim.id)
  const server = await listen(join(folder, `.${claim.id}`), claim)
  await rename(join(folder, `.${claim.id}`), socket)
  return {
    folder,
    async release() {
      await rm(socket, { force: true })
      server.close()
    },
  }
}

/** Windows lets one process listen on a pipe and frees it when the process ends. */
async function claimPipe(dataDir: string, pipe: string, claim: Claim): Promise<Claimed> {
  try {
    const server = await listen(pipe, { ...claim, owned: true })
    return { release: async () => void server.close() }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw inUse(dataDir, (await readClaim(pipe)) ?? { id: '', owned: true })
  }
}

function listen(path: string, claim: Claim): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.end(JSON.stringify(claim))
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => resolve(server.unref()))
  })
}

async function readOtherClaims(folder: string, ownId: string): Promise<Claim[]> {
  const names = (await readdir(folder)).filter((name) => name !== ownId && !name.startsWith('.'))
  const claims = await Promise.all(
    names.map(async (name) => {
      const claim = await readClaim(join(folder, name))
      if (!claim) await rm(join(folder, name), { force: true })
      return claim
    }),
  )
  return claims.filter((claim) => claim !== undefined)
}

/** Undefined when its process is dead. One that does not answer within a second counts as alive. */
async function readClaim(path: string): Promise<Claim | undefined> {
  const deadline = Date.now() + 1000
  while (Date.now() < deadline) {
    const { text, code } = await readSocket(path, deadline - Date.now())
    if (code === 'ECONNREFUSED' || code === 'ENOENT') return undefined
    if (text) return JSON.parse(text) as Claim
    // An empty answer: the process is ending.
    await sleep(20)
  }
  return { id: '', owned: true }
}

function readSocket(path: string, timeoutMs: number): Promise<{ text: string; code?: string }> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(path).setEncoding('utf8').setTimeout(timeoutMs)
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('end', () => resolve({ text }))
    socket.on('timeout', () => socket.destroy())
    socket.on('error', ({ code }: NodeJS.ErrnoException) => resolve({ text: '', code }))
    socket.on('close', () => resolve({ text: '' }))
  })
}

function inUse(dataDir: string, { pid, since }: Claim): StartProblem {
  const who = pid && since ? `process ${pid} since ${formatMoment(new Date(since))}` : 'another process'
  return new StartProblem(
    `Demo Hour already runs with the data folder ${dataDir} (${who}). Use that one, or stop it first. To start a second one beside it, set DATA_DIR to another folder.`,
  )
}

function formatMoment(at: Date): string {
  const time = at.toTimeString().slice(0, 5)
  if (at.toDateString() === new Date().toDateString()) return time
  return `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}, ${time}`
}
