import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Session } from '../../api/schema/session.ts'
import { asProblem, type Problem } from './api.ts'
import { keyOfPage, tradeKey } from './page-address.ts'

/** `outside`: no key, or none that opens this page. `away`: the server cannot be reached. `missing`: there is no such event. */
export type PageState = 'loading' | 'open' | 'outside' | 'away' | 'missing'

export type KeyTrade = { session?: Session; refusal?: Problem }

export type PageLoader<Content> = {
  state: Accessor<PageState>
  content: Accessor<Content | undefined>
  problem: Accessor<Problem | undefined>
  load(): Promise<void>
  replace(content: Content): void
  refuse(problem: Problem): void
}

type Options<Content> = {
  /** Redirects to the page that the key is for, and returns true; returns false when this is that page. */
  redirect?: (session: Session | undefined) => boolean
  stored?: () => Promise<Content | undefined>
}

const retryMs = 2_000

const isRefusal = (problem: Problem | undefined) => problem?.status === 401 || problem?.status === 403

function stateOf(problem: Problem | undefined, loaded: boolean): PageState {
  if (problem?.code === 'no-such-event') return 'missing'
  if (isRefusal(problem)) return 'outside'
  if (loaded) return 'open'
  return problem ? 'away' : 'loading'
}

/**
 * Opens a page behind a personal link: trades the link's key, then reads the content, which the server refuses to everyone else.
 * Loads again while the server cannot be reached, and when another link is opened on this page.
 */
export function createPageLoader<Content>(
  read: (trade: KeyTrade) => Promise<Content>,
  { redirect, stored }: Options<Content> = {},
): PageLoader<Content> {
  const [content, setContent] = createSignal<Content>()
  const [problem, setProblem] = createSignal<Problem>()
  const state = () => stateOf(problem(), content() !== undefined)
  let retry: ReturnType<typeof setTimeout> | undefined

  function replace(next: Content) {
    setContent(() => next)
    setProblem(undefined)
  }

  async function load() {
    clearTimeout(retry)
    const trade: KeyTrade = {}
    try {
      trade.session = await tradeKey()
    } catch (failure) {
      trade.refusal = asProblem(failure)
    }
    // The owner's key opens every organiser's page as well.
    if (trade.session?.role !== 'owner' && redirect?.(trade.session)) return
    if (stored && !content() && !trade.session && !trade.refusal?.status) {
      const last = await stored()
      if (last !== undefined && !content()) setContent(() => last)
    }
    try {
      replace(await read(trade))
    } catch (failure) {
      const refusal = asProblem(failure)
      if (isRefusal(refusal) && redirect?.(trade.session)) return
      setProblem(trade.refusal?.status ? trade.refusal : refusal)
      if (state() === 'away') retry = setTimeout(load, retryMs * (0.5 + Math.random()))
    }
  }

  // Opening a link on this page changes only the fragment.
  const openLink = () => keyOfPage() && load()
  addEventListener('hashchange', openLink)
  onCleanup(() => {
    clearTimeout(retry)
    removeEventListener('hashchange', openLink)
  })
  return { state, content, problem, load, replace, refuse: setProblem }
}
