import { connect, type Socket } from 'node:net'
import postgres from 'postgres'
import type { Database } from './database.ts'
import { StartProblem } from './start-problem.ts'

const oldestVersion = 15
const connectSeconds = 10

export async function connectPostgres(url: string, timeoutMs = 12_000): Promise<Database> {
  const sockets = new Map<Socket, number>()
  const sql = open(url, sockets)
  try {
    const query = sql<[{ version: number }]>`select current_setting('server_version_num')::int as version`
    const [row] = await Promise.race([query, rejectAfter(timeoutMs)])
    const version = Math.floor(row.version / 10_000)
    if (version < oldestVersion) {
      throw new StartProblem(
        `DATABASE_URL names a PostgreSQL ${version} server; Demo Hour needs ${oldestVersion} or later.`,
      )
    }
  } catch (error) {
    await sql.end({ timeout: 0 })
    throw error instanceof StartProblem ? error : explain(error, url)
  }

  return {
    sql,
    kind: 'postgres',
    async listen(channel, onPayload, onResume) {
      let listening = false
      await sql.listen(channel, onPayload, () => {
        if (listening) onResume()
        listening = true
      })
    },
    reconnect() {
      for (const [socket, since] of sockets) if (Date.now() - since > connectSeconds * 1000) socket.destroy()
    },
    close: () => sql.end({ timeout: 10 }),
  }
}

/** postgres.js retries for ever when the other end hangs up at once, as a server of another kind does. */
function rejectAfter(timeoutMs: number): Promise<never> {
  return new Promise((_, reject) => {
    const error = Object.assign(new Error('no answer'), { code: 'CONNECT_TIMEOUT' })
    setTimeout(() => reject(error), timeoutMs).unref()
  })
}

function open(url: string, sockets: Map<Socket, number>): postgres.Sql {
  try {
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('another kind of address')
    const options = {
      max: 8,
      connect_timeout: connectSeconds,
      keep_alive: 30,
      socket: trackSockets(sockets),
      // The listening connection is back within a second of the server's return.
      backoff: (retries: number) => Math.min(0.05 * 2 ** retries, 1),
      connection: { application_name: 'demo-hour', TimeZone: 'UTC' },
      onnotice: () => {},
    }
    return postgres(withoutClientSettings(url), options)
  } catch {
    throw new StartProblem('DATABASE_URL is not an address like postgres://user:password@host:5432/database.')
  }
}

type SocketTarget = { path?: string | false; host: string[]; port: number[] }

/** Creates the sockets that postgres.js would create, and records them so that they can be destroyed. */
function trackSockets(sockets: Map<Socket, number>) {
  return ({ path, host: [host], port: [port] }: SocketTarget): Socket => {
    const socket = path ? connect(path) : connect(port!, host)
    sockets.set(socket, Date.now())
    socket.once('close', () => sockets.delete(socket))
    // The listening connection writes nothing: only keep-alive shows, after 15 s, that the other end is gone.
    socket.once('connect', () => socket.setKeepAlive(true, 5000))
    return Object.assign(socket, { host, port })
  }
}

/** Removes settings for C clients that hosting services put into addresses: postgres.js sends them to the server, which refuses them. */
function withoutClientSettings(url: string): string {
  return url
    .replace(/([?&])(?:channel_binding|gssencmode|sslcrl|sslcert|sslkey|pgbouncer)=[^&]*&?/g, '$1')
    .replace(/[?&]$/, '')
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no computer has that name',
  EAI_AGAIN: 'the name could not be looked up',
  ENOENT: 'there is no such socket',
  EHOSTUNREACH: 'the computer cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  CONNECT_TIMEOUT: 'no PostgreSQL answers there',
  CONNECTION_CLOSED: 'no PostgreSQL answers there',
  '28P01': 'the user name or the password is wrong',
  '28000': 'the server does not let this user in',
  '3D000': 'the server has no such database',
  '53300': 'the server has no free connection',
  '57P03': 'the server is still starting',
}

function explain(error: unknown, url: string): StartProblem {
  const { code, message } = error as { code?: string; message?: string }
  const reason = reasons[code ?? ''] ?? message ?? String(error)
  return new StartProblem(`The database ${withoutPassword(url)} (DATABASE_URL) cannot be opened: ${reason}.`, {
    cause: error,
  })
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/([^@/]*)@/, (_, who: string) => `//${who.split(':')[0]}@`).replace(/\?.*/, '')
}
