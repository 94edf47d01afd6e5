import { createSignal, onCleanup } from 'solid-js'

/** Fragments of the earlier page that held every section. */
const formerSections: Record<string, string> = {
  ...{ check: 'before', event: 'event', teams: 'teams', judges: 'judges', rubric: 'questions', awards: 'awards' },
  ...{ challenges: 'challenges', screens: 'screens', rehearse: 'rehearse', send: 'links', links: 'hand-over' },
  ...{ feedback: 'after', after: 'after' },
}

/**
 * The last part of `/e/SLUG/organise/PAGE`, '' for the home. Links between these pages change the address without a load, so that
 * links shown once and words not yet saved stay. `onChange` runs after each of them.
 */
export function createOrganiseRoute(onChange: () => void) {
  const base = location.pathname.split('/').slice(0, 4).join('/')
  const readPage = () => decodeURIComponent(location.pathname.slice(base.length + 1))
  const former = formerSections[location.hash.slice(1)]
  if (former && readPage() === '') history.replaceState(history.state, '', `${base}/${former}`)
  const [page, setPage] = createSignal(readPage())

  function update() {
    if (readPage() === page()) return
    setPage(readPage())
    onChange()
  }
  function follow(e: MouseEvent) {
    const link = (e.target as Element | null)?.closest?.('a')
    const isPlain = e.button === 0 && !e.metaKey && !e.ctrlKey && !e.shiftKey && !e.altKey && !e.defaultPrevented
    if (!link || !isPlain || link.target || link.download || link.origin !== location.origin) return
    if (link.pathname !== base && !link.pathname.startsWith(`${base}/`)) return
    e.preventDefault()
    if (link.pathname !== location.pathname) history.pushState(null, '', link.pathname)
    update()
  }
  document.addEventListener('click', follow)
  addEventListener('popstate', update)
  onCleanup(() => {
    document.removeEventListener('click', follow)
    removeEventListener('popstate', update)
  })
  return { page, addressOf: (name: string) => (name ? `${base}/${name}` : base) }
}
