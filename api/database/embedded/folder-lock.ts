import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, realpath, rename, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartProblem } from '../start-problem.ts'

export type FolderLock = { release(): Promise<void> }

type Claim = { id: string; pid?: number; since?: string; held: boolean }

/**
 * One process a data folder. Whoever wants it listens on a socket of its own in the folder `lock`, then asks every other
 * socket there: for the dead the kernel refuses, at once and whatever their pid was. A name is never used twice, so
 * anyone may clear one that refused; and as all listen before they ask, no two can both find themselves alone.
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const claim = {
    id: randomBytes(4).toString('hex'),
    pid: process.pid,
    since: new Date().toISOString(),
    held: false,
  }
  const { folder, release } = await claimFolder(dataDir, claim)
  try {
    while (folder) {
      const rivals = await askOthers(folder, claim.id)
      const winner = rivals.find((rival) => rival.held || rival.id < claim.id)
      if (winner) throw inUse(dataDir, winner)
      if (rivals.length === 0) break
      // The others, asking at the same moment, meet this one's lower name and leave.
      await sleep(20)
    }
  } catch (error) {
    await release()
    throw error
  }
  claim.held = true
  return { release }
}

type Claimed = { folder?: string; release(): Promise<void> }

async function claimFolder(dataDir: string, claim: Claim): Promise<Claimed> {
  const path = await realpath(dataDir)
  const name = `demo-hour-${createHash('sha256').update(path).digest('hex').slice(0, 16)}`
  if (process.platform === 'win32') return claimPipe(dataDir, `\\\\.\\pipe\\${name}`, claim)
  // A socket's path may have about 100 characters, and some mounted folders hold no sockets.
  const inside = join(path, 'lock')
  const elsewhere = join('/tmp', name)
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

/** Listens under a hidden name first: between binding and listening a socket refuses, and would look dead to others. */
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

/** Windows itself lets only one process listen on a pipe, and forgets it with the process. */
async function claimPipe(dataDir: string, pipe: string, claim: Claim): Promise<Claimed> {
  try {
    const server = await listen(pipe, { ...claim, held: true })
    return { release: async () => void server.close() }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw inUse(dataDir, (await ask(pipe)) ?? { id: '', held: true })
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

async function askOthers(folder: string, ownId: string): Promise<Claim[]> {
  const names = (await readdir(folder)).filter((name) => name !== ownId && !name.startsWith('.'))
  const answers = await Promise.all(
    names.map(async (name) => {
      const answer = await ask(join(folder, name))
      if (!answer) await rm(join(folder, name), { force: true })
      return answer
    }),
  )
  return answers.filter((answer) => answer !== undefined)
}

/** Undefined for the dead. One that does not answer in a second is alive, stopped or busy, and keeps the folder. */
async function ask(path: string): Promise<Claim | undefined> {
  const deadline = Date.now() + 1000
  while (Date.now() < deadline) {
    const { answer, code } = await hear(path, deadline - Date.now())
    if (code === 'ECONNREFUSED' || code === 'ENOENT') return undefined
    if (answer) return JSON.parse(answer) as Claim
    // Cut off in the middle: it is just leaving.
    await sleep(20)
  }
  return { id: '', held: true }
}

function hear(path: string, patienceMs: number): Promise<{ answer: string; code?: string }> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(path).setEncoding('utf8').setTimeout(patienceMs)
    socket.on('data', (text) => {
      answer += text
    })
    socket.on('end', () => resolve({ answer }))
    socket.on('timeout', () => socket.destroy())
    socket.on('error', ({ code }: NodeJS.ErrnoException) => resolve({ answer: '', code }))
    socket.on('close', () => resolve({ answer: '' }))
  })
}

function inUse(dataDir: string, { pid, since }: Claim): StartProblem {
  const who = pid && since ? `process ${pid} since ${moment(new Date(since))}` : 'another process'
  return new StartProblem(
    `The data folder ${dataDir} is in use by ${who}. Stop it first, or set DATA_DIR to another folder.`,
  )
}

function moment(at: Date): string {
  const time = at.toTimeString().slice(0, 5)
  if (at.toDateString() === new Date().toDateString()) return time
  return `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}, ${time}`
}
