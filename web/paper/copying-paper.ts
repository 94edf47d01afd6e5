import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { ballotCriteria } from '../../api/rules/ballot/ballot-criteria.ts'
import type { BallotReference, BallotSource } from '../../api/schema/ballot.ts'
import type { Judge } from '../../api/schema/judge.ts'
import { api, ask, asProblem } from '../core/api.ts'
import { makeClock } from '../core/clock.ts'
import type { Organising } from '../organise/organising.ts'

export type CopiedPaper = { scores: Record<string, number>; comment: string; recused: boolean }

/** The scores of other ballots are never loaded: nobody sees a score before the close. */
export function createCopying(organising: Organising) {
  const { slug, now } = organising
  const routes = api.events[':slug']
  const clock = makeClock()
  clock.sync()
  onCleanup(() => clock.stop())
  const [sources, setSources] = createSignal<ReadonlyMap<string, BallotSource>>(new Map())
  const teams = createMemo(() => now.entries.filter((entry) => entry.open && !entry.warmUp))
  const [judgeChosen, setJudgeId] = createSignal('')
  const [entryChosen, setEntryId] = createSignal('')

  const entry = createMemo(
    () =>
      teams().find(({ id }) => id === entryChosen()) ??
      [...teams()].sort((a, b) => String(a.calledAt).localeCompare(String(b.calledAt))).at(-1),
  )
  const criteriaOf = (judge: Judge) => ballotCriteria(now.event, judge, entry()?.id ?? '')
  /** Those who score the chosen team. */
  const judges = createMemo(() =>
    now.judges.filter((judge) => judge.status === 'admitted' && criteriaOf(judge).length > 0),
  )
  const judge = createMemo(() => judges().find(({ id }) => id === judgeChosen()) ?? judges()[0])
  const criteria = createMemo(() => {
    const current = judge()
    return current ? criteriaOf(current) : []
  })
  const sourceFor = (judgeId: string) => sources().get(`${judgeId} ${entry()?.id}`)

  async function loadSources() {
    try {
      const { ballots } = await ask<{ ballots: BallotReference[] }>(routes.ballots.there.$get({ param: { slug } }))
      setSources(new Map(ballots.map(({ judgeId, entryId, source }) => [`${judgeId} ${entryId}`, source])))
    } catch (failure) {
      asProblem(failure)
    }
  }
  createEffect(on(organising.progress, loadSources))

  // A retry keeps the time of the edit, because the first answer may have been lost.
  let lastSent = { words: '', editedAt: '' }

  /** Resolves with the source of the stored ballot, because the judge's phone may have sent a newer one. */
  async function saveBallot(paper: CopiedPaper, overPhone: boolean): Promise<BallotSource> {
    const param = { slug, id: judge()?.id ?? '', entryId: entry()?.id ?? '' }
    const words = JSON.stringify([param, paper])
    if (words !== lastSent.words) lastSent = { words, editedAt: new Date(clock.now()).toISOString() }
    const json = { ...paper, overPhone, editedAt: lastSent.editedAt }
    try {
      const { source } = await ask<{ source: BallotSource }>(
        routes.judges[':id'].ballots[':entryId'].$put({ param, json }),
      )
      setSources(new Map(sources()).set(`${param.id} ${param.entryId}`, source))
      return source
    } catch (failure) {
      await loadSources()
      throw failure
    }
  }

  function nextJudge() {
    const from = judges().findIndex(({ id }) => id === judge()?.id) + 1
    return [...judges().slice(from), ...judges().slice(0, from)].find(({ id }) => !sourceFor(id))
  }

  return { organising, judges, teams, judge, entry, criteria, setJudgeId, setEntryId, sourceFor, saveBallot, nextJudge }
}

export type Copying = ReturnType<typeof createCopying>
