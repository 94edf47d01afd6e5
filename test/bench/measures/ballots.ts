import postgres from 'postgres'
import { type DatabaseKind, startServer } from '../built-server.ts'
import { findPgbench, pgbench } from '../pgbench.ts'
import { openShow } from '../show.ts'
import { median, round, spread } from '../stats.ts'
import { judgesFor, judgesWhoTap, tapWithoutPause } from '../taps.ts'

type Sizes = { phones: number; seconds: number }

/**
 * J: ballots acknowledged a second over HTTP, one phone a judge; beside it pgbench on the same server with as many clients, updating
 * random rows.
 */
export async function benchBox(sizes: Sizes, runs: number) {
  const { phones, seconds } = sizes
  return {
    phones,
    seconds,
    postgres: await onServer('postgres', sizes, runs, true),
    embedded: await onServer('embedded', sizes, runs, false),
    reach: { ratio: 1 },
  }
}

export async function onServer(database: DatabaseKind, sizes: Sizes, runs: number, yardstick: boolean) {
  const server = await startServer({ database })
  try {
    const show = await openShow(server.address, { entries: 1, judges: judgesFor(sizes.phones) })
    const tap = (seconds: number) => tapWithoutPause(server.address, judgesWhoTap(show, sizes.phones), seconds * 1000)
    await tap(Math.min(1, sizes.seconds))
    const command = yardstick ? findPgbench() : undefined
    if (command) await makeRows(server.databaseUrl!)
    const ours: ReturnType<typeof figuresOf>[] = []
    const theirs: number[] = []
    // Alternates, so that a noisy minute affects both.
    for (let run = 0; run < runs; run += 1) {
      ours.push(figuresOf(await tap(sizes.seconds), sizes.seconds))
      const { dataDir: folder } = server
      const asMany = { statement: updateRandomRow, folder, clients: sizes.phones, seconds: Math.max(1, sizes.seconds) }
      if (command) theirs.push(await pgbench(command, server.databaseUrl!, asMany))
    }
    const names = ['perSecond', 'p50', 'p95', 'p99'] as const
    const figures = Object.fromEntries(names.map((name) => [name, median(ours.map((figure) => figure[name]))]))
    if (!yardstick) return figures
    if (!command) return { ...figures, pgbench: 'not installed' }
    const ratios = ours.map(({ perSecond }, run) => perSecond / theirs[run]!)
    return {
      ...figures,
      pgbenchPerSecond: round(median(theirs)),
      ratio: round(median(ratios), 2),
      ratios: ratios.map((value) => round(value, 2)),
    }
  } finally {
    await server.kill()
  }
}

function figuresOf(samples: number[], seconds: number) {
  const { p50, p95, p99 } = spread(samples)
  return { perSecond: Math.round(samples.length / seconds), p50: round(p50), p95: round(p95), p99: round(p99) }
}

const rows = 2560

async function makeRows(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  await sql`
    create table bench_ballots as
    select n, ballot.* from generate_series(0, ${rows - 1}::int) as n, (select * from ballots limit 1) as ballot`
  await sql`alter table bench_ballots add primary key (n)`
  await sql`vacuum analyze bench_ballots`
  await sql.end()
}

const updateRandomRow = `
\\set n random(0, ${rows - 1})
update bench_ballots set scores = '{"problem": 3, "adoption": 3, "made-with": 3, "shown": 3}', edited_at = now(), saved_at = now()
where n = :n;
`
