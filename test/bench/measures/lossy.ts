import type { BallotDraft } from '../../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../../api/schema/ballot.ts'
import { isSaved } from '../../../web/ballot/held-ballot.ts'
import { openPhone } from '../../api/phones/judge-phone.ts'
import { makeNetwork } from '../../api/phones/network.ts'
import { startServer } from '../built-server.ts'
import { call } from '../calls.ts'
import { openShow } from '../show.ts'
import { percentile, round } from '../stats.ts'

const quality = { copies: 3, drop: 0.3, delayMs: 80 }
const questions = ['problem', 'adoption', 'made-with', 'shown']
const longestWaitMs = 30_000

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
const contentOf = ({ scores, comment, recused }: BallotDraft | Ballot) =>
  JSON.stringify([Object.entries(scores).sort(), comment, recused])

/** G: every ballot sent three times, answers dropped, copies delayed at random, and the server killed half-way. */
export async function benchLossy({ judges, entries }: { judges: number; entries: number }, runs: number) {
  let server = await startServer()
  const target = { address: () => server.address }
  const count = {
    taps: 0,
    ballots: 0,
    requests: 0,
    answersLost: 0,
    missing: 0,
    doubled: 0,
    notTheLastTap: 0,
    unsaved: 0,
  }
  const savedMs: number[] = []

  async function play() {
    const { path, key, entryIds, judgeKeys, cue } = await openShow(target.address(), { entries, judges })
    for (let n = 1; n < entries; n += 1) await cue('next')
    const networks = judgeKeys.map(() => makeNetwork(quality))
    const phones = judgeKeys.map((judgeKey, n) =>
      openPhone({ address: target.address, path, key: judgeKey, network: networks[n]! }),
    )
    const waiting = phones.map(() => new Map<string, number>())
    const countSaved = () => {
      for (const [n, phone] of phones.entries())
        for (const [entryId, tappedAt] of waiting[n]!)
          if (isSaved(phone.outbox()[entryId]!)) {
            waiting[n]!.delete(entryId)
            savedMs.push(performance.now() - tappedAt)
          }
    }
    const polling = setInterval(countSaved, 2)

    const scoreAll = (ids: string[]) =>
      Promise.all(
        phones.map(async (phone, n) => {
          for (const entryId of ids) {
            for (const question of [...questions, questions[0]!]) {
              await pause(20 + Math.random() * 80)
              phone.score(entryId, question, 1 + Math.floor(Math.random() * 5))
              count.taps += 1
            }
            waiting[n]!.set(entryId, performance.now())
          }
        }),
      )
    const half = entries / 2
    const tapping = scoreAll(entryIds.slice(0, half))
    await pause(150 * half)
    await server.kill()
    server = await startServer({ dataDir: server.dataDir, databaseUrl: server.databaseUrl })
    for (const phone of phones) void phone.reconnect()
    await tapping
    await scoreAll(entryIds.slice(half))
    const unsaved = () => phones.filter((phone) => phone.saving().kind !== 'saved').length
    for (const limit = performance.now() + longestWaitMs; unsaved() > 0 && performance.now() < limit; ) await pause(2)
    count.unsaved += unsaved()
    countSaved()
    clearInterval(polling)
    await Promise.all(networks.map((network) => network.settled()))
    for (const phone of phones) phone.close()

    for (const [n, judgeKey] of judgeKeys.entries()) {
      const { body } = await call(target.address(), 'GET', `${path}/ballots`, undefined, judgeKey)
      for (const entryId of entryIds) {
        const storedBallots = (body.ballots as Ballot[]).filter((ballot) => ballot.entryId === entryId)
        count.missing += storedBallots.length === 0 ? 1 : 0
        count.doubled += Math.max(0, storedBallots.length - 1)
        count.notTheLastTap += storedBallots.filter(
          (ballot) => contentOf(ballot) !== contentOf(phones[n]!.paper(entryId)),
        ).length
      }
    }
    await call(target.address(), 'POST', `${path}/cues`, { cue: 'close-scoring' }, key)
    const archive = (await call(target.address(), 'GET', `${path}/archive`, undefined, key)).body
    count.ballots += archive.ballots.length
    count.doubled += Math.max(0, archive.ballots.length - judges * entries)
    const edits = archive.history.ballots as { judgeId: string; entryId: string; editedAt: string }[]
    const apart = new Set(edits.map(({ judgeId, entryId, editedAt }) => `${judgeId} ${entryId} ${editedAt}`))
    count.doubled += edits.length - apart.size
    for (const network of networks) {
      count.requests += network.sent
      count.answersLost += network.lost
    }
  }

  try {
    for (let run = 0; run < runs; run += 1) await play()
    const [p50, p99] = [0.5, 0.99].map((share) => round(percentile(savedMs, share)))
    return {
      ...{ runs, judges, entries, ...quality, kills: runs, ...count },
      lastTapToSavedMs: { p50, p99 },
      reach: { missing: 0, doubled: 0, notTheLastTap: 0, unsaved: 0 },
    }
  } finally {
    await server.kill()
  }
}
