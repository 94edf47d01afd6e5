import { connect, StartProblem } from '../../api/db/connect.ts'

// A server in miniature: says when it is open, then commits one row after another and says each when it is saved.
try {
  const { sql } = await connect({ dataDir: process.argv[2]!, log: console.log })
  await sql`create table if not exists saved (n integer primary key)`
  console.log('open')
  const [last] = await sql<[{ n: number }]>`select coalesce(max(n), 0) as n from saved`
  for (let n = last.n + 1; ; n++) {
    await sql`insert into saved (n) values (${n})`
    console.log(`saved ${n}`)
  }
} catch (error) {
  console.log(error instanceof StartProblem ? error.message : error)
  process.exit(1)
}
