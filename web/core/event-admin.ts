import type { StoredArchive } from '../../api/schema/archive/archive.ts'
import type { Event } from '../../api/schema/event.ts'
import type { IssuedKey } from '../../api/schema/session.ts'
import { api, ask, Problem } from './api.ts'

const routes = api.events[':slug']
export type SavedArchives = { archives: StoredArchive[]; failedAt: string | null }

export async function copyEvent(slug: string, json: { name: string; startsAt: string | null; entries: boolean }) {
  const created = await ask<{ event: Event; organiserKey: string }>(routes.copy.$post({ param: { slug }, json }))
  setTimeout(() => location.assign(`/e/${created.event.slug}/organise#k=${created.organiserKey}&new`))
}

export async function deleteEvent(slug: string, json: { name: string; underWay: boolean }): Promise<string[]> {
  if (!json.name.trim()) throw new Problem('name-differs', 'Please type the name of the event first', 422)
  return (await ask<{ filesLeft: string[] }>(routes.$delete({ param: { slug }, json }))).filesLeft
}

export const listKeys = async (slug: string) =>
  (await ask<{ keys: IssuedKey[] }>(routes.keys.$get({ param: { slug } }))).keys

export const stopKey = (slug: string, id: string) => ask(routes.keys[':id'].$delete({ param: { slug, id } }))

export async function newOrganiserKey(slug: string): Promise<string> {
  return (await ask<{ organiserKey: string }>(routes.key.$post({ param: { slug } }))).organiserKey
}

export const stopOrganiserKeys = (slug: string) => ask(routes.key.$delete({ param: { slug } }))

export const fetchArchives = (slug: string) => ask<SavedArchives>(routes.archives.$get({ param: { slug } }))

export function filesLeftWords(files: string[]): string {
  if (files.length === 0) return ''
  return `But these files could not be taken out of the server’s data folder: ${files.join(', ')}. Please delete them by hand.`
}
