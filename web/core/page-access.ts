import { createSignal } from 'solid-js'
import type { Role, Session } from '../../api/schema/session.ts'
import { Problem, tradeKey } from './api.ts'

/** `outside`: no key, or one that no longer works. `away`: the server cannot be reached. `nowhere`: there is no such event. */
export type WayInState = 'opening' | 'inside' | 'outside' | 'away' | 'nowhere'

const pageOf: Record<Role, (slug: string) => string> = {
  owner: () => '/owner',
  organiser: (slug) => `/e/${slug}/organise`,
  judge: (slug) => `/e/${slug}/judge`,
  team: (slug) => `/e/${slug}/team`,
}

const address = ({ role, eventSlug = '' }: Session) => pageOf[role](eventSlug)

/** Lets in whoever holds the key for this page: from the link just opened, or from an earlier visit. */
export function createWayIn(prove: () => Promise<unknown>) {
  const [state, setState] = createSignal<WayInState>('opening')
  const [problem, setProblem] = createSignal<Problem>()

  const isProved = () =>
    prove().then(
      () => true,
      () => false,
    )

  async function open() {
    setState('opening')
    setProblem(undefined)
    try {
      const traded = await tradeKey()
      // A link pasted behind the wrong address still opens what it is for. The owner's key opens every organiser's page as well.
      if (traded && address(traded) !== location.pathname && (traded.role !== 'owner' || !(await isProved())))
        return location.replace(address(traded))
      await prove()
      setState('inside')
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      setProblem(failure)
      if (failure.code === 'no-such-event') setState('nowhere')
      else setState(failure.status === 401 || failure.status === 403 ? 'outside' : 'away')
    }
  }
  return { state, problem, open }
}

export type WayIn = ReturnType<typeof createWayIn>
