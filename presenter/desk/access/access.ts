import { api, ask, Problem } from '../../../web/core/api.ts'
import { tradeKey } from '../../../web/core/page-address.ts'

const retryMs = 2000

/** Exchanges the key in the address for the cookie, and reports whether the desk is open. Retries while the server is away. */
export function watchAccess(slug: string, onChange: (access: 'open' | 'shut') => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined

  async function check() {
    try {
      await tradeKey()
    } catch (problem) {
      if (problem instanceof Problem && problem.code === 'offline') return retry()
      // The key may be revoked while an older cookie still works.
    }
    try {
      const { doors } = await ask(api.session.$get())
      onChange(
        doors.some((door) => door.role === 'owner' || (door.role === 'organiser' && door.eventSlug === slug))
          ? 'open'
          : 'shut',
      )
    } catch {
      retry()
    }
  }

  function retry() {
    timer = setTimeout(check, retryMs)
  }

  // Opening a link on this page changes only the fragment.
  addEventListener('hashchange', check)
  check()
  return () => {
    clearTimeout(timer)
    removeEventListener('hashchange', check)
  }
}
