import type { IssuedKey } from '../../../api/schema/session.ts'

export type TabLink = {
  address: string
  /** Null until the list of valid keys is next read. */
  keyId: string | null
  /** The organiser asked for it, and has not copied, printed or sent it: closing the tab loses it. */
  unsaved: boolean
}

/** Personal links by entry or judge id. The server stores only their hashes. */
export type TabLinks = Record<string, TabLink>

const storageKey = (slug: string) => `demo-hour/links/${slug}`

/*
  sessionStorage: the page to print is another document and must find the links, while localStorage would leave every key of the panel on a
  shared laptop after the tab is closed.
*/
export function readTabLinks(slug: string): TabLinks {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey(slug)) ?? '{}') as TabLinks
  } catch {
    return {}
  }
}

export function saveTabLinks(slug: string, links: TabLinks): void {
  const text = JSON.stringify(links)
  try {
    sessionStorage.setItem(storageKey(slug), text)
  } catch {
    // The links are still in this page's memory, and leaving it warns.
  }
}

/** Leaves out the links whose keys have been revoked, perhaps by another laptop, and finds the keys of new links. */
export function matchLinks(links: TabLinks, keys: readonly IssuedKey[]): TabLinks {
  const matched = Object.entries(links).flatMap(([id, link]): [string, TabLink][] => {
    const own = keys.filter((key) => key.judgeId === id || key.entryId === id)
    const key = link.keyId === null ? own.at(-1) : own.find((key) => key.id === link.keyId)
    return key ? [[id, { ...link, keyId: key.id }]] : []
  })
  return Object.fromEntries(matched)
}
