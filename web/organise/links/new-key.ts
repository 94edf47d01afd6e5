const storageKey = (slug: string) => `demo-hour/organiser-key/${slug}`

/**
 * The organiser's key that this tab was given once, until its link is saved. A reload finds it in sessionStorage; the fragment of the
 * address that brought it must be read before the key is removed from there.
 */
export function readNewKey(slug: string): string | undefined {
  const fragment = new URLSearchParams(location.hash.slice(1))
  if (fragment.has('new')) return fragment.get('k') ?? undefined
  try {
    return sessionStorage.getItem(storageKey(slug)) ?? undefined
  } catch {
    return undefined
  }
}

export function saveNewKey(slug: string, key: string | undefined): void {
  try {
    if (key === undefined) sessionStorage.removeItem(storageKey(slug))
    else sessionStorage.setItem(storageKey(slug), key)
  } catch {
    // The key is still in this page's memory.
  }
}
