import postgres from 'postgres'
import { type DatabaseKind, startServer } from '../built-server.ts'
import { findPgbench, pgbench } from '../pgbench.ts'
import { openShow } from '../show.ts'
import { median, round, spread } from '../stats.ts'
import { judgesFor, judgesWhoTap, tapWithoutPause } from '../taps.ts'

type Sizes = { phones: number; seconds: number }

/** J: ballots acknowledged a second over HTTP by the phones of as many judges, and by pgbench, which upserts the same rows one by one. */
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

/** The same on one database; what the growth is measured with. */
export async function onServer(database: DatabaseKind, sizes: Sizes, runs: number, yardstick: boolean) {
  const server = await startServer({ database })
  try {
    const show = await openShow(server.address, { entries: 1, judges: judgesFor(sizes.phones) })
    const tap = (seconds: number) => tapWithoutPause(server.address, judgesWhoTap(show, sizes.phones), seconds * 1000)
    await tap(Math.min(1, sizes.seconds))
    const command = yardstick ? findPgbench() : undefined
    if (command) await nameTheRows(server.databaseUrl!)
    const ours: ReturnType<typeof figuresOf>[] = []
    const theirs: number[] = []
    // Turn about, so that a noisy minute meets both.
    for (let run = 0; run < runs; run += 1) {
      ours.push(figuresOf(await tap(sizes.seconds), sizes.seconds))
      const { dataDir: folder } = server
      const asMany = { statement: upsert, folder, clients: sizes.phones, seconds: Math.max(1, sizes.seconds) }
      if (command) theirs.push(await pgbench(command, server.databaseUrl!, asMany))
    }
    const names = ['perSecond', 'p50', 'p95', 'p99'] as const
    const figures = Object.fromEntries(names.map((name) => [name, median(ours.map((one) => one[name]))]))
    if (!yardstick) return figures
    if (!command) return { ...figures, pgbench: 'not installed' }
    const ratios = ours.map(({ perSecond }, run) => perSecond / theirs[run]!)
    return {
      ...figures,
      pgbenchPerSecond: round(median(theirs)),
      ratio: round(median(ratios), 2),
      ratios: ratios.map((one) => round(one, 2)),
    }
  } finally {
    await server.kill()
  }
}

function figuresOf(samples: number[], seconds: number) {
  const { p50, p95, p99 } = spread(samples)
  return { perSecond: Math.round(samples.length / seconds), p50: round(p50), p95: round(p95), p99: round(p99) }
}

/** pgbench knows its clients by number: each gets a ballot of its own, as each phone has. */
async function nameTheRows(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  await sql`
    create table bench_rows as
    select (row_number() over (order by judge_id))::int - 1 as client, judge_id, entry_id, event_id, scores from ballots`
  await sql`alter table bench_rows add primary key (client)`
  await sql`analyze bench_rows`
  await sql.end()
}

const upsert = `
insert into ballots (judge_id, entry_id, event_id, scores, comment, recused, complete, edited_at, saved_at)
select judge_id, entry_id, event_id, scores, '', false, true, now(), now() from bench_rows where client = :client_id
on conflict (judge_id, entry_id) do update
  set scores = excluded.scores, comment = excluded.comment, recused = excluded.recused, complete = excluded.complete,
    edited_at = excluded.edited_at, saved_at = excluded.saved_at;
`
