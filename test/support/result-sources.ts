import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BallotRanking } from '../../api/rules/ranking/standings.ts'
import type { Archive } from '../../api/schema/archive/archive.ts'
import type { TeamPack } from '../../api/schema/feedback.ts'
import type { Result, Record as ResultRecord } from '../../api/schema/result.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { rankArchive } from './rank-archive.ts'
import type { Server, TestEvent } from './show.ts'

export type ReaderSources = { results: Result; record: ResultRecord; csv: string }

export type ResultSources = {
  organiser: ReaderSources
  everyone: ReaderSources
  teams: (ReaderSources & { entryId: string; pack: TeamPack })[]
  packs: TeamPack[]
  reveal: StageSnapshot['reveal']
  archive: Archive
  publishedFiles: Archive[]
  ranking: BallotRanking
}

export async function readResultSources(
  server: Server,
  { path, key, event, entries, teamKeys }: Pick<TestEvent, 'path' | 'key' | 'event' | 'entries' | 'teamKeys'>,
): Promise<ResultSources> {
  const read = async (address: string, readerKey?: string) => {
    const { status, body, text } = await server.call('GET', path + address, undefined, readerKey)
    if (status !== 200) throw new Error(`GET ${address}: ${status} ${text}`)
    return body
  }
  const readAs = async (readerKey?: string): Promise<ReaderSources> => ({
    results: await read('/results', readerKey),
    record: await read('/record', readerKey),
    csv: await read('/results.csv', readerKey),
  })
  const teams: ResultSources['teams'] = []
  for (const [n, { id: entryId }] of entries.entries()) {
    const sources = await readAs(teamKeys[n])
    // Read last: a key that works now also worked above, because a revoked key never works again.
    const { status, body } = await server.call('GET', `${path}/entries/${entryId}/feedback`, undefined, teamKeys[n])
    if (status === 200) teams.push({ ...sources, entryId, pack: body.pack })
  }
  const archive: Archive = await read('/archive', key)
  const { archives } = await server.context.archives.list(event)
  return {
    organiser: await readAs(key),
    everyone: await readAs(),
    teams,
    packs: (await read('/feedback/packs', key)).packs,
    reveal: (await read('/stage')).reveal,
    archive,
    publishedFiles: archives
      .filter(({ why }) => why === 'published')
      .map(({ file }) => JSON.parse(readFileSync(join(server.dataDir, 'archives', file), 'utf8'))),
    ranking: rankArchive(archive),
  }
}
