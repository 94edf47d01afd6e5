import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { BallotSource, BallotThere } from '../../api/schema/ballot.ts'
import { api, ask, asProblem } from '../core/api.ts'
import { makeClock } from '../core/clock.ts'
import type { Organising } from '../organise/organising.ts'

export type CopiedPaper = { scores: Record<string, number>; comment: string; recused: boolean }

/**
 * Whose paper is being copied, for which team, and which ballots there are already: that they exist and how they came in, for
 * nobody sees a score before the close.
 */
export function createCopying(organising: Organising) {
  const { slug, now } = organising
  const at = api.events[':slug']
  const clock = makeClock()
  clock.sync()
  onCleanup(() => clock.stop())
  const [there, setThere] = createSignal<ReadonlyMap<string, BallotSource>>(new Map())
  const judges = createMemo(() => now.judges.filter((judge) => judge.status === 'admitted'))
  const teams = createMemo(() => now.entries.filter((entry) => entry.shown && !entry.warmUp))
  const [judgeChosen, setJudgeId] = createSignal('')
  const [entryChosen, setEntryId] = createSignal('')

  // The team called last is the one whose papers are handed in, until another is chosen.
  const entry = createMemo(
    () =>
      teams().find((one) => one.id === entryChosen()) ??
      [...teams()].sort((a, b) => String(a.calledAt).localeCompare(String(b.calledAt))).at(-1),
  )
  const thereFor = (judgeId: string) => there().get(`${judgeId} ${entry()?.id}`)
  const judge = createMemo(() => judges().find((one) => one.id === judgeChosen()) ?? judges()[0])

  async function read() {
    try {
      const { ballots } = await ask<{ ballots: BallotThere[] }>(at.ballots.there.$get({ param: { slug } }))
      setThere(new Map(ballots.map(({ judgeId, entryId, source }) => [`${judgeId} ${entryId}`, source])))
    } catch (failure) {
      // The next update asks again.
      asProblem(failure)
    }
  }
  createEffect(on(organising.progress, read))

  // The same paper sent again is the same edit: its first answer may have been lost on the way.
  let sent = { words: '', editedAt: '' }

  /** Resolves with how the ballot that stands came in: the judge's phone may have had a later word. */
  async function keep(paper: CopiedPaper, overPhone: boolean): Promise<BallotSource> {
    const param = { slug, id: judge()?.id ?? '', entryId: entry()?.id ?? '' }
    const words = JSON.stringify([param, paper])
    if (words !== sent.words) sent = { words, editedAt: new Date(clock.now()).toISOString() }
    const json = { ...paper, overPhone, editedAt: sent.editedAt }
    try {
      const { source } = await ask<{ source: BallotSource }>(at.judges[':id'].ballots[':entryId'].$put({ param, json }))
      setThere(new Map(there()).set(`${param.id} ${param.entryId}`, source))
      return source
    } catch (failure) {
      await read()
      throw failure
    }
  }

  /** The next judge down the list whose ballot for this team is missing; undefined when every judge's is there. */
  function nextJudge() {
    const from = judges().findIndex((one) => one.id === judge()?.id) + 1
    return [...judges().slice(from), ...judges().slice(0, from)].find((one) => !thereFor(one.id))
  }

  return { organising, judges, teams, judge, entry, setJudgeId, setEntryId, thereFor, keep, nextJudge }
}

export type Copying = ReturnType<typeof createCopying>
