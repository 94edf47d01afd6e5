import type { Archive, ArchivedItem } from '../../schema/archive/archive.ts'
import { isComplete } from '../ballot/ballot.ts'
import { ballotCriteria } from '../ballot/ballot-criteria.ts'
import { checkBallot } from '../ballot/check-ballot.ts'
import { refuse } from '../refusal.ts'
import { openIds } from '../show/showcase.ts'
import type { ArchiveParts, ArchiveSource } from './archive-parts.ts'
import type { FaultList } from './faults.ts'
import { isAlike } from './is-alike.ts'

type Name = { judgeId: string; entryId: string }

/** Checks every ballot as if scoring were open, and each decision about a comment. */
export async function checkBallots(parts: ArchiveParts, source: ArchiveSource, list: FaultList): Promise<void> {
  const { entries, judges, event } = parts
  const open = openIds(event.show)
  const judgesById = new Map(judges.map((judge) => [judge.id, judge]))
  const ballots = createNameSet(parts)
  const counted = createCountedBallots(parts)
  let at = 0
  for await (const batch of source.read('ballots'))
    for (const ballot of batch) {
      const pointer = `/ballots/${at}`
      const judge = judgesById.get(ballot.judgeId)
      const criteria = judge ? ballotCriteria(event, judge, ballot.entryId) : event.criteria
      list.check(pointer, () => {
        const { status } = judgesById.get(ballot.judgeId) ?? refuse('no-such-judge')
        // The ballots of a removed judge are stored, and do not count.
        const judgeStatus = status === 'removed' ? 'admitted' : status
        checkBallot({ phase: 'live', openIds: open, entries, criteria, judgeStatus }, ballot)
      })
      list.expect(
        `${pointer}/complete`,
        ballot.complete === isComplete(ballot, criteria),
        'A ballot is complete when every question has a score and its judge has not stepped aside',
      )
      list.expect(pointer, ballots.add(ballot), 'A judge has one ballot for an entry')
      counted.compare(ballot, list)
      at += 1
    }
  counted.finish(list)
  await checkFeedback(parts, source.read('feedback'), ballots, list)
}

async function checkFeedback(
  parts: ArchiveParts,
  feedback: AsyncIterable<ArchivedItem<'feedback'>[]>,
  ballots: NameSet,
  list: FaultList,
): Promise<void> {
  const decided = createNameSet(parts)
  let at = 0
  for await (const batch of feedback)
    for (const decision of batch) {
      const pointer = `/feedback/${at}`
      list.check(pointer, () => {
        if (!ballots.has(decision)) refuse('no-such-comment')
      })
      list.expect(
        `${pointer}/words`,
        decision.state !== 'approved' || decision.words !== '',
        'There is nothing to pass on. Write some words, or leave the comment out',
      )
      list.expect(pointer, decided.add(decision), 'One decision stands about a comment')
      at += 1
    }
}

type NameSet = ReturnType<typeof createNameSet>

/** A set of pairs of judge and entry. A byte for each, since an event may hold millions of ballots. */
function createNameSet({ entries, judges }: ArchiveParts) {
  const entryAt = new Map(entries.map(({ id }, at) => [id, at]))
  const byJudge = new Map(judges.map(({ id }) => [id, new Uint8Array(0)]))
  return {
    add({ judgeId, entryId }: Name): boolean {
      const at = entryAt.get(entryId)
      let named = byJudge.get(judgeId)
      if (at === undefined || named === undefined) return true
      if (named.length === 0) {
        named = new Uint8Array(entries.length)
        byJudge.set(judgeId, named)
      }
      const isNew = named[at] === 0
      named[at] = 1
      return isNew
    },
    has: ({ judgeId, entryId }: Name): boolean => byJudge.get(judgeId)?.[entryAt.get(entryId) ?? -1] === 1,
  }
}

/** The ballots that the fixed result counted must equal the panel's ballots: nothing changes them once the result is fixed. */
function createCountedBallots({ released, entries, judges }: ArchiveParts) {
  const nameOf = ({ judgeId, entryId }: Name) => `${judgeId} ${entryId}`
  const pointer = '/released/counted/ballots'
  const title = 'These are not the ballots of the panel for entries in the awards'
  const counted = released?.counted && new Map(released.counted.ballots.map((ballot) => [nameOf(ballot), ballot]))
  const panel = new Set(judges.filter(({ status }) => status === 'admitted').map(({ id }) => id))
  const scored = new Set(
    entries.filter(({ warmUp, disqualified }) => !warmUp && disqualified === null).map(({ id }) => id),
  )
  let found = 0
  return {
    compare({ comment: _comment, savedAt: _savedAt, ...ballot }: Archive['ballots'][number], list: FaultList): void {
      if (!counted || !panel.has(ballot.judgeId) || !scored.has(ballot.entryId)) return
      found += 1
      list.expect(pointer, isAlike(counted.get(nameOf(ballot)), ballot), title)
    },
    finish(list: FaultList): void {
      const listed = released?.counted?.ballots.length ?? 0
      if (counted) list.expect(pointer, found === listed && counted.size === listed, title)
    },
  }
}
