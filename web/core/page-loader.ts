import { type Accessor, createSignal } from 'solid-js'
import type { Role, Session } from '../../api/schema/session.ts'
import { asProblem, type Problem } from './api.ts'
import { tradeKey } from './page-address.ts'

/** `outside`: no key, or none that opens this page. `away`: the server cannot be reached. `missing`: there is no such event. */
export type PageState = 'loading' | 'open' | 'outside' | 'away' | 'missing'

export type PageLoader<Content> = {
  state: Accessor<PageState>
  content: Accessor<Content | undefined>
  problem: Accessor<Problem | undefined>
  load(): Promise<void>
}

const pages: Record<Role, (slug: string) => string> = {
  owner: () => '/owner',
  organiser: (slug) => `/e/${slug}/organise`,
  judge: (slug) => `/e/${slug}/judge`,
  team: (slug) => `/e/${slug}/team`,
}

const pageOf = ({ role, eventSlug = '' }: Session) => pages[role](eventSlug)

function stateOf(problem: Problem | undefined, loaded: boolean): PageState {
  if (problem?.code === 'no-such-event') return 'missing'
  if (problem?.status === 401 || problem?.status === 403) return 'outside'
  if (loaded) return 'open'
  return problem ? 'away' : 'loading'
}

/**
 * Opens a page for whoever holds its key: trades the key of a link that was just opened, then reads the content, which the server
 * refuses to everyone else. `linked`: personal links lead to this page, so a key that is for another page goes on to that page.
 */
export function createPageLoader<Content>(
  read: () => Promise<Content>,
  { linked = false }: { linked?: boolean } = {},
): PageLoader<Content> {
  const [content, setContent] = createSignal<Content>()
  const [problem, setProblem] = createSignal<Problem>()
  const state = () => stateOf(problem(), content() !== undefined)

  async function load() {
    let refusal: Problem | undefined
    const session = await tradeKey().catch((failure) => {
      refusal = asProblem(failure)
      return undefined
    })
    const target = linked && session ? pageOf(session) : location.pathname
    // The owner's key opens every organiser's page as well.
    if (target !== location.pathname && session?.role !== 'owner') return location.replace(target)
    try {
      const fresh = await read()
      setContent(() => fresh)
      setProblem(undefined)
    } catch (failure) {
      const readRefusal = asProblem(failure)
      const refused = readRefusal.status === 401 || readRefusal.status === 403
      if (refused && target !== location.pathname) return location.replace(target)
      // A revoked link is reported as such, not as a missing key.
      setProblem(refusal?.status ? refusal : readRefusal)
    }
  }
  return { state, content, problem, load }
}
