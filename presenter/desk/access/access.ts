import { api, ask, Problem } from '../../../web/core/api.ts'
import { tradeKey } from '../../../web/core/page-address.ts'

const retryMs = 2000

/** Trades the key in the address for the cookie and says whether the desk is open. Tries again while the server is away. */
export function makeAccess(slug: string, tell: (access: 'open' | 'shut') => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look() {
    try {
      await tradeKey()
    } catch (problem) {
      if (problem instanceof Problem && problem.code === 'offline') return again()
      // A key that no longer works may still have left an older cookie that does.
    }
    try {
      const { doors } = await ask(api.session.$get())
      tell(
        doors.some((door) => door.role === 'owner' || (door.role === 'organiser' && door.eventSlug === slug))
          ? 'open'
          : 'shut',
      )
    } catch {
      again()
    }
  }

  function again() {
    timer = setTimeout(look, retryMs)
  }

  // A link opened on this very page changes only the fragment.
  addEventListener('hashchange', look)
  look()
  return () => {
    clearTimeout(timer)
    removeEventListener('hashchange', look)
  }
}
