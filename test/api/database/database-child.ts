import { closeSync, readdirSync, readlinkSync } from 'node:fs'
import { connect, StartProblem } from '../../../api/database/connect.ts'

// As if the disk had gone: the open journal of the database can no longer be written.
process.on('SIGUSR2', () => {
  for (const descriptor of readdirSync('/proc/self/fd')) {
    try {
      if (readlinkSync(`/proc/self/fd/${descriptor}`).includes('pg_wal/0')) closeSync(Number(descriptor))
    } catch {
      // The one that listed the folder is gone by now.
    }
  }
})

// Nothing stays behind when the test is killed.
process.stdin.on('end', () => process.exit()).resume()

// A server in miniature: says when it is open, then commits one row after another and says each when it is saved.
try {
  const { sql } = await connect({ dataDir: process.argv[2]!, log: console.log })
  await sql`create table if not exists saved (n integer primary key)`
  console.log('open')
  const [last] = await sql<[{ n: number }]>`select coalesce(max(n), 0) as n from saved`
  for (let n = last.n + 1; ; n++) {
    await sql`insert into saved (n) values (${n})`.catch((error) => outlive(error))
    console.log(`saved ${n}`)
  }
} catch (error) {
  console.log(error instanceof StartProblem ? error.message : error)
  process.exit(1)
}

/** A server answers such a request with an error and goes on; whether the process may is the database's to say. */
function outlive(error: Error): Promise<never> {
  console.log(`not saved: ${error.message}`)
  return new Promise(() => {})
}
