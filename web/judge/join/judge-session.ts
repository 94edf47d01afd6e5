import type { Judge, JudgeBody, JudgeName } from '../../../api/schema/judge.ts'
import type { Role } from '../../../api/schema/session.ts'
import { api, ask, type Problem } from '../../core/api.ts'
import { keyOfPage } from '../../core/page-address.ts'
import { createPageLoader, type KeyTrade } from '../../core/page-loader.ts'
import type { Storage } from '../../core/storage.ts'

/** `outside`: nobody yet, the form. `locked`: this phone was a judge's, and its key no longer works. */
export type JudgeSessionState = 'opening' | 'outside' | 'inside' | 'locked'

type PhoneSession = { judge: Judge | undefined; hasTeamKey: boolean }

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

export function createJudgeSession(slug: string, storage: Promise<Storage>) {
  const joinId = createJoinId(slug)
  const param = { slug }
  // With a personal link both requests start at once: slow Wi-Fi makes each round trip noticeable.
  const key = keyOfPage()
  let judgeByLink = key ? fetchMe(key).catch(() => undefined) : undefined
  const loader = createPageLoader(readPhoneSession, { stored: readStored })
  const judge = () => loader.content()?.judge

  function state(): JudgeSessionState {
    if (loader.state() === 'outside') return 'locked'
    if (judge()) return 'inside'
    return loader.state() === 'loading' ? 'opening' : 'outside'
  }

  async function fetchMe(key?: string): Promise<Judge> {
    const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {}
    return (await ask(api.events[':slug'].judges.me.$get({ param }, { headers }))).judge
  }

  async function readStored(): Promise<PhoneSession | undefined> {
    const stored = mayHaveJudged() ? await (await storage).read<Judge>(`${slug}/judge`) : undefined
    return stored && { judge: stored, hasTeamKey: false }
  }

  async function readPhoneSession({ session, refusal }: KeyTrade): Promise<PhoneSession> {
    // A refused link opens no other judge's ballots, even if this phone has them.
    if (refusal) throw refusal
    const knownJudge = judge() ?? (await readStored())?.judge
    if (session?.role !== 'judge' && !knownJudge) {
      const { doors } = await ask(api.session.$get())
      const hasKey = (role: Role) => doors.some((door) => door.role === role && door.eventSlug === slug)
      if (!hasKey('judge')) return { judge: undefined, hasTeamKey: hasKey('team') }
    }
    const request = judgeByLink
    judgeByLink = undefined
    const me = (session && (await request)) || (await fetchMe())
    storeJudge(me)
    return { judge: me, hasTeamKey: false }
  }

  async function storeJudge(me: Judge) {
    saveHasJudged()
    await (await storage).write(`${slug}/judge`, () => me)
  }

  function saveJudge(me: Judge) {
    storeJudge(me)
    loader.replace({ judge: me, hasTeamKey: false })
  }

  function lock(problem: Problem) {
    // Removed by a merge: the key opens the ballots of the judge who stays.
    if (problem.code === 'judge-removed' && judge()) loader.load()
    else loader.refuse(problem)
  }

  async function fetchExpected(): Promise<JudgeName[]> {
    return ask(api.events[':slug'].judges.expected.$get({ param })).then(
      ({ judges }) => judges,
      () => [],
    )
  }

  /** `somebodyElse`: not the listed judge of the same name. Rejects with a Problem that the form shows. */
  async function join(me: JudgeBody, as: { judgeId?: string; somebodyElse?: boolean } = {}) {
    saveName(me)
    const json = { ...me, joinId: joinId.get(), judgeId: as.judgeId, askFirst: !as.somebodyElse }
    const { judge: joined } = await ask(api.events[':slug'].join.$post({ param, json }))
    joinId.clear()
    saveJudge(joined)
  }

  async function correct(changes: JudgeBody) {
    saveJudge((await ask(api.events[':slug'].judges.me.$patch({ param, json: changes }))).judge)
    saveName(changes)
  }

  async function reset() {
    await (await storage).remove(`${slug}/judge`)
    loader.replace({ judge: undefined, hasTeamKey: false })
  }

  return {
    state,
    judge,
    hasTeamKey: () => loader.content()?.hasTeamKey ?? false,
    load: loader.load,
    fetchExpected,
    join,
    correct,
    saveJudge,
    lock,
    reset,
  }
}

export type JudgeSession = ReturnType<typeof createJudgeSession>
