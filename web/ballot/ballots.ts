import { createSignal, onCleanup } from 'solid-js'
import { emptyPaper, markScore, type Paper, recuse, unrecuse } from '../../api/rules/ballot/ballot.ts'
import { api, ask, type Problem } from '../core/api.ts'
import type { Clock } from '../core/clock.ts'
import type { Storage } from '../core/storage.ts'
import { makeKeeper } from './ballot-store.ts'
import type { Outbox } from './held-ballot.ts'
import { makeLastWords } from './unload-backup.ts'

type Options = {
  slug: string
  judgeId: string
  storage: Promise<Storage>
  clock: Clock
  mayGo: (entryId: string) => boolean
  /** The key stopped working. */
  locked: (problem: Problem) => void
}

// What a paste can bring along and the server cannot keep; one such character would hold up the scores beside it.
const unshowable = /(?![\t\n\r])\p{Cc}|\p{Cs}/gu

/** One judge's ballots on this page: what they hold now, the judge's taps, and every sign of life that sends them. */
export function createBallots(options: Options) {
  const { slug, judgeId, storage, clock } = options
  const prefix = `${slug}/ballots/${judgeId}/`
  const param = { slug }
  const [box, setBox] = createSignal<Outbox>({})
  const [safe, setSafe] = createSignal(true)
  const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('demo-hour')

  const lastWords = makeLastWords(prefix)

  const keeper = makeKeeper({
    prefix,
    storage,
    clock,
    async put({ entryId, scores, comment, recused, editedAt }, givenUp) {
      const route = api.events[':slug'].ballots[':entryId']
      const init = { signal: givenUp }
      return (
        await ask(route.$put({ param: { slug, entryId }, json: { scores, comment, recused, editedAt } }, { init }))
      ).ballot
    },
    list: async () => (await ask(api.events[':slug'].ballots.$get({ param }))).ballots,
    mayGo: options.mayGo,
    locked: options.locked,
    changed(next, isSafe) {
      setBox(next)
      setSafe(isSafe)
      lastWords.changed(next)
    },
    kept: () => tabs?.postMessage(prefix),
  })

  const wake = () => {
    if (document.visibilityState !== 'visible') return
    keeper.recall().then(keeper.check)
    keeper.wake()
  }
  if (tabs) tabs.onmessage = (e) => e.data === prefix && keeper.recall()
  addEventListener('online', wake)
  const leave = () => lastWords.leave(keeper.box())
  const show = () => {
    lastWords.stay()
    wake()
  }
  addEventListener('pageshow', show)
  addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', wake)
  const ready = keeper.recall().then(() => keeper.recall(lastWords.read()))
  onCleanup(() => {
    keeper.stop()
    tabs?.close()
    removeEventListener('online', wake)
    removeEventListener('pageshow', show)
    removeEventListener('pagehide', leave)
    document.removeEventListener('visibilitychange', wake)
  })

  const paper = (entryId: string): Paper => box()[entryId]?.paper ?? emptyPaper(entryId)
  return {
    box,
    safe,
    ready,
    paper,
    check: keeper.check,
    refit: keeper.refit,
    wake: keeper.wake,
    score: (entryId: string, criterionId: string, value: number) =>
      keeper.write(markScore(paper(entryId), criterionId, value)),
    comment: (entryId: string, comment: string) =>
      keeper.write({ ...paper(entryId), comment: comment.replace(unshowable, '') }),
    recuse: (entryId: string) => keeper.write(recuse(paper(entryId))),
    unrecuse: (entryId: string) => keeper.write(unrecuse(paper(entryId))),
  }
}

export type Ballots = ReturnType<typeof createBallots>
