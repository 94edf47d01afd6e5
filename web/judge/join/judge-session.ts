import { createSignal } from 'solid-js'
import type { Judge, JudgeBody, JudgeName } from '../../../api/schema/judge.ts'
import { api, ask, Problem } from '../../core/api.ts'
import { keyOfPage, tradeKey } from '../../core/page-address.ts'
import type { Storage } from '../../core/storage.ts'

/** `outside`: nobody yet, the form. `locked`: this phone was a judge's, and its key no longer works. */
export type JudgeSessionState = 'opening' | 'outside' | 'inside' | 'locked'

const meKey = 'demo-hour/me'
const judgedKey = 'demo-hour/judged'

export function readSavedName(): JudgeBody | undefined {
  try {
    return JSON.parse(localStorage.getItem(meKey) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

function saveName(me: JudgeBody) {
  try {
    localStorage.setItem(meKey, JSON.stringify(me))
  } catch {}
}

/** False if nobody has judged on this phone: then opening IndexedDB would only delay the form. */
function mayHaveJudged(): boolean {
  try {
    return localStorage.getItem(judgedKey) !== null
  } catch {
    return true
  }
}

function saveHasJudged() {
  try {
    localStorage.setItem(judgedKey, '1')
  } catch {}
}

/** Random and the same until this phone has joined, so that a retry after a lost answer creates no second judge. */
function createJoinId(slug: string) {
  const storageKey = `demo-hour/join/${slug}`
  let joinId = ''
  return {
    get(): string {
      try {
        joinId ||= sessionStorage.getItem(storageKey) ?? ''
        joinId ||= Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
          byte.toString(16).padStart(2, '0'),
        ).join('')
        sessionStorage.setItem(storageKey, joinId)
      } catch {}
      return joinId
    },
    clear() {
      joinId = ''
      try {
        sessionStorage.removeItem(storageKey)
      } catch {}
    },
  }
}

/** The judge of this phone, from a link, a cookie or an earlier visit; or nobody yet. */
export function createJudgeSession(slug: string, storage: Promise<Storage>) {
  const [state, setState] = createSignal<JudgeSessionState>('opening')
  const [judge, setJudge] = createSignal<Judge>()
  const [problem, setProblem] = createSignal<Problem>()
  const [hasTeamKey, setHasTeamKey] = createSignal(false)
  const joinId = createJoinId(slug)
  const param = { slug }

  async function saveJudge(known: Judge) {
    saveHasJudged()
    setJudge(known)
    setState('inside')
    await (await storage).write(`${slug}/judge`, () => known)
  }

  /** Fetches this phone's judge again: after a merge its key belongs to another one. */
  async function refresh() {
    try {
      await saveJudge(await fetchMe())
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      if (failure.status === 401) lock(failure)
    }
  }

  function lock(failure: Problem) {
    // Removed by a merge: the key opens the ballots of the judge who stays.
    if (failure.code === 'judge-removed' && state() === 'inside') return void refresh()
    setProblem(failure)
    setState('locked')
  }

  async function fetchMe(key?: string): Promise<Judge> {
    const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {}
    return (await ask(api.events[':slug'].judges.me.$get({ param }, { headers }))).judge
  }

  async function open() {
    try {
      // With a personal link both requests start at once: slow Wi-Fi makes each round trip noticeable.
      const key = keyOfPage()
      const asked = key ? fetchMe(key).catch(() => undefined) : undefined
      const session = key ? undefined : ask(api.session.$get())
      // Awaited only without a stored judge, so a rejection is handled here.
      session?.catch(() => {})
      const traded = await tradeKey()
      const known = await asked
      if (known && traded?.role === 'judge') return await saveJudge(known)
      const kept = mayHaveJudged() ? await (await storage).read<Judge>(`${slug}/judge`) : undefined
      // A judge who was here before goes straight to the ballots, with or without a network.
      if (kept && !traded) {
        setJudge(kept)
        setState('inside')
      }
      if (!kept && traded?.role !== 'judge') {
        const { doors } = await (session ?? ask(api.session.$get()))
        setHasTeamKey(doors.some((door) => door.role === 'team' && door.eventSlug === slug))
        if (!doors.some((door) => door.role === 'judge' && door.eventSlug === slug)) return setState('outside')
      }
      await saveJudge(await fetchMe())
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      if (failure.status === 401 || failure.status === 403) return lock(failure)
      setProblem(failure)
      const kept = await (await storage).read<Judge>(`${slug}/judge`)
      if (!kept) return setState('outside')
      setJudge(kept)
      setState('inside')
    }
  }

  /** The listed judges who have not come; none while they cannot be fetched. */
  async function fetchExpected(): Promise<JudgeName[]> {
    return ask(api.events[':slug'].judges.expected.$get({ param })).then(
      ({ judges }) => judges,
      () => [],
    )
  }

  /** Joins by name, as a listed judge, or as somebody else of a name that is taken. Rejects with a Problem that the form shows. */
  async function join(me: JudgeBody, as: { judgeId?: string; somebodyElse?: boolean } = {}) {
    saveName(me)
    const json = { ...me, joinId: joinId.get(), judgeId: as.judgeId, askFirst: !as.somebodyElse }
    const { judge: joined } = await ask(api.events[':slug'].join.$post({ param, json }))
    joinId.clear()
    await saveJudge(joined)
  }

  /** Corrects the judge's own name, role or organisation. Rejects with a Problem. */
  async function correct(changes: JudgeBody) {
    await saveJudge((await ask(api.events[':slug'].judges.me.$patch({ param, json: changes }))).judge)
    saveName(changes)
  }

  /** For somebody else on this phone: back to the form. The earlier judge's ballots stay stored. */
  async function reset() {
    await (await storage).remove(`${slug}/judge`)
    setJudge(undefined)
    setProblem(undefined)
    setState('outside')
  }

  return { state, judge, problem, hasTeamKey, open, fetchExpected, join, correct, saveJudge, refresh, lock, reset }
}

export type JudgeSession = ReturnType<typeof createJudgeSession>
