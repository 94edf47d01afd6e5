// After `npm ci`: mends what breaks in postgres.js 3.4.9 when a connection is lost in the middle of work, until a release does.
// Each was seen here under load (test/faults/database-away.test.ts) and is known there: porsager/postgres #1155, #1193, #1208.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const version = '3.4.9'
const folder = new URL('../../node_modules/postgres/', import.meta.url)

/** @type {{ file: string, why: string, from: string, to: string }[]} */
const mends = [
  {
    file: 'src/connection.js',
    why: 'a write that waited when the connection closed left it unable to write ever again',
    from: '    incomings = null\n    clearImmediate(nextWriteTimer)\n    socket.removeListener',
    to: '    incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener',
  },
  {
    file: 'src/connection.js',
    why: 'a write after the connection closed ended the whole process',
    from: '  function nextWrite(fn) {\n    const x',
    to: `  function nextWrite(fn) {
    if (!socket) {
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options))
      return false
    }
    const x`,
  },
  {
    file: 'src/connection.js',
    why: 'a server that hung up during the greeting was called again without pause, and the query never heard of it',
    from: '    if (initial)\n      return reconnect()\n',
    to: "    if (initial && hadError)\n      return reconnect()\n    errored(Errors.connection('CONNECTION_CLOSED', options))\n",
  },
  {
    file: 'src/index.js',
    why: 'what was left of a transaction could be carried out on the next connection, outside of it',
    from: '    let savepoints = 0\n      , connection\n',
    to: '    let savepoints = 0\n      , lost = null\n      , connection\n',
  },
  {
    file: 'src/index.js',
    why: 'the same',
    from: 'new Promise((_, reject) => connection.onclose = reject)',
    to: 'new Promise((_, reject) => connection.onclose = error => (lost = error, reject(error)))',
  },
  {
    file: 'src/index.js',
    why: 'the same',
    from: '        q.catch(e => uncaughtError || (uncaughtError = e))\n',
    to: '        q.catch(e => uncaughtError || (uncaughtError = e))\n        if (lost)\n          return q.reject(lost)\n',
  },
]

const found = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')).version
if (found !== version)
  throw new Error(
    `postgres is ${found} now: see whether it still needs what api/database/mend-driver.js does to ${version}.`,
  )

for (const { file, from, to } of mends) {
  const path = fileURLToPath(new URL(file, folder))
  const text = readFileSync(path, 'utf8')
  if (text.includes(to)) continue
  if (text.split(from).length !== 2) throw new Error(`${file} of postgres ${version} is not as it was published.`)
  writeFileSync(
    path,
    text.replace(from, () => to),
  )
}
