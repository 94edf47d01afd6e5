import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { isGalleryPublic } from '../rules/event/gallery.ts'
import type { MediaType } from '../rules/pictures/picture.ts'
import { slideAddress } from '../rules/pictures/slide-address.ts'
import { listShownAwards } from '../rules/result/shown-awards.ts'
import { lineUp } from '../schema/entry.ts'
import { event } from '../schema/event.ts'
import { stageSnapshot } from '../schema/stage.ts'
import type { Gallery } from './gallery.ts'
import { type LoadPictures, type PlainFile, plainFiles } from './plain-files.ts'

/** One sentence about why nothing was written. */
export class NotExportable extends Error {}

export type Export = {
  slug: string
  folder: string
  /** The origin of a running server: its embedded database is locked while it runs. */
  url: string
  /** The organiser's or the owner's, needed only while the gallery is not public. */
  key: string | undefined
}

/** Writes the gallery as plain files into a new or an empty folder. Everything is fetched before the first file is written. */
export async function exportShowcase({ slug, folder, url, key }: Export): Promise<PlainFile[]> {
  await checkFolder(folder)
  const gallery = await fetchGallery(url, slug)
  await checkAccess(gallery, url, key)
  const files: PlainFile[] = []
  const load: LoadPictures = {
    picture: ({ picture }) => fetchPicture(url, picture!),
    slide: ({ id, slides }, page) => fetchPicture(url, slideAddress(slug, id, page, slides!.version)),
  }
  for await (const file of plainFiles(gallery, load)) files.push(file)
  try {
    for (const { path, content } of files) {
      const target = join(folder, path)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, content)
    }
  } catch (failure) {
    throw new NotExportable(`The folder ${folder} cannot be written: ${(failure as Error).message}.`)
  }
  return files
}

async function checkFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return []
    if (failure.code === 'ENOTDIR') throw new NotExportable(`${folder} is not a folder. Name a new or an empty one.`)
    throw new NotExportable(`The folder ${folder} cannot be read: ${failure.message}.`)
  })
  if (names.length > 0) throw new NotExportable(`The folder ${folder} is not empty. Name a new or an empty one.`)
}

async function fetchGallery(url: string, slug: string): Promise<Gallery> {
  const path = `/api/events/${encodeURIComponent(slug)}`
  const { event: exported } = await fetchJson(url, path, z.object({ event }))
  const { entries } = await fetchJson(url, `${path}/line-up`, lineUp)
  const { reveal } = await fetchJson(url, `${path}/stage`, stageSnapshot)
  return { event: exported, entries, awards: listShownAwards(reveal.shown) }
}

async function checkAccess({ event }: Gallery, url: string, key: string | undefined): Promise<void> {
  if (isGalleryPublic(event)) return
  if (key === undefined)
    throw new NotExportable(
      `The gallery of “${event.name}” is not public now. Add --key with the organiser’s key to write it all the same.`,
    )
  const { status } = await get(url, `/api/events/${event.slug}/desk`, { authorization: `Bearer ${key}` })
  if (status !== 200)
    throw new NotExportable(`This key does not open “${event.name}”. It takes the organiser’s or the owner’s.`)
}

const mediaTypes: readonly (string | null)[] = ['image/png', 'image/jpeg', 'image/webp'] satisfies MediaType[]

async function fetchPicture(url: string, address: string) {
  const { status, type, bytes } = await get(url, address)
  return status === 200 && mediaTypes.includes(type) ? { mediaType: type as MediaType, bytes } : undefined
}

async function fetchJson<Shape extends z.ZodType>(url: string, path: string, shape: Shape): Promise<z.infer<Shape>> {
  const { status, type, bytes } = await get(url, path)
  const isJson = type?.includes('json') ?? false
  if (status === 404 && isJson)
    throw new NotExportable(`There is no event at ${url}${path.replace(/^\/api\/events/, '/e')}.`)
  const parsed = status === 200 && isJson ? shape.safeParse(JSON.parse(new TextDecoder().decode(bytes))) : undefined
  if (!parsed?.success) throw new NotExportable(`${url} does not answer as this release of Demo Hour does.`)
  return parsed.data
}

async function get(url: string, path: string, headers: Record<string, string> = {}) {
  try {
    const response = await fetch(new URL(path, url), { headers, signal: AbortSignal.timeout(60_000) })
    const bytes = new Uint8Array(await response.arrayBuffer())
    return { status: response.status, type: response.headers.get('content-type'), bytes }
  } catch {
    throw new NotExportable(`Nothing answers at ${url}. Start the server first, or give its address with --url.`)
  }
}
