import { closeSync, readdirSync, readlinkSync } from 'node:fs'
import { connect, StartProblem } from '../../../api/database/connect.ts'

process.on('SIGUSR2', () => {
  for (const descriptor of readdirSync('/proc/self/fd')) {
    try {
      if (readlinkSync(`/proc/self/fd/${descriptor}`).includes('pg_wal/0')) closeSync(Number(descriptor))
    } catch {}
  }
})

// The child ends with the test that started it.
process.stdin.on('end', () => process.exit()).resume()

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

/** A server answers such a request with an error and continues; whether the process may continue is the database's decision. */
function outlive(error: Error): Promise<never> {
  console.log(`not saved: ${error.message}`)
  return new Promise(() => {})
}
