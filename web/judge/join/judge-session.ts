import { createSignal } from 'solid-js'
import type { Judge, JudgeBody } from '../../../api/schema/judge.ts'
import { api, ask, Problem } from '../../core/api.ts'
import { keyOfPage, tradeKey } from '../../core/page-address.ts'
import type { Storage } from '../../core/storage.ts'

/** `outside`: nobody yet, the form. `locked`: this phone was a judge's, and its key no longer works. */
export type DoorState = 'opening' | 'outside' | 'inside' | 'locked'

const meKey = 'demo-hour/me'
const judgedKey = 'demo-hour/judged'

/** What this person typed last time, on any event. */
export function rememberedMe(): JudgeBody | undefined {
  try {
    return JSON.parse(localStorage.getItem(meKey) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

function rememberMe(me: JudgeBody) {
  try {
    localStorage.setItem(meKey, JSON.stringify(me))
  } catch {}
}

/** Whether somebody may have judged on this phone: only then is there anything kept that is worth the wait. */
function mayHaveJudged(): boolean {
  try {
    return localStorage.getItem(judgedKey) !== null
  } catch {
    return true
  }
}

function noteJudged() {
  try {
    localStorage.setItem(judgedKey, '1')
  } catch {}
}

/** Who holds this phone: a judge known from a link, a cookie or an earlier visit, or somebody new. */
export function createDoor(slug: string, storage: Promise<Storage>) {
  const [state, setState] = createSignal<DoorState>('opening')
  const [judge, setJudge] = createSignal<Judge>()
  const [problem, setProblem] = createSignal<Problem>()
  const param = { slug }

  async function know(known: Judge) {
    noteJudged()
    setJudge(known)
    setState('inside')
    await (await storage).write(`${slug}/judge`, () => known)
  }

  function lock(failure: Problem) {
    setProblem(failure)
    setState('locked')
  }

  async function askMe(key?: string): Promise<Judge> {
    const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {}
    return (await ask(api.events[':slug'].judges.me.$get({ param }, { headers }))).judge
  }

  async function open() {
    try {
      // With a personal link both are asked at once: on slow Wi-Fi every question in a row is felt.
      const key = keyOfPage()
      const asked = key ? askMe(key).catch(() => undefined) : undefined
      const session = key ? undefined : ask(api.session.$get())
      // Awaited only if nothing that is kept here answers first.
      session?.catch(() => {})
      const traded = await tradeKey()
      const known = await asked
      if (known && traded?.role === 'judge') return await know(known)
      const kept = mayHaveJudged() ? await (await storage).read<Judge>(`${slug}/judge`) : undefined
      // A judge who was here before goes straight to the ballots, with or without a network.
      if (kept && !traded) {
        setJudge(kept)
        setState('inside')
      }
      if (!kept && traded?.role !== 'judge') {
        const { doors } = await (session ?? ask(api.session.$get()))
        if (!doors.some((door) => door.role === 'judge' && door.eventSlug === slug)) return setState('outside')
      }
      await know(await askMe())
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

  /** Comes in by name. Rejects with a Problem that the form shows. */
  async function join(me: JudgeBody) {
    rememberMe(me)
    await know((await ask(api.events[':slug'].join.$post({ param, json: me }))).judge)
  }

  /** Somebody else takes this phone: the form again. What the judge before wrote stays kept under their own name. */
  async function startAnew() {
    await (await storage).remove(`${slug}/judge`)
    setJudge(undefined)
    setProblem(undefined)
    setState('outside')
  }

  return { state, judge, problem, open, join, know, lock, startAnew }
}

export type Door = ReturnType<typeof createDoor>
