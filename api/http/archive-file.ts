import type { FileHandle } from 'node:fs/promises'
import type { Context } from 'hono'
import type { z } from 'zod'
import {
  findMembers,
  JsonFileError,
  type JsonRange,
  readFirstCharacter,
  readItems,
  readValue,
} from '../operations/json-file.ts'
import { openScratchFile } from '../operations/scratch-file.ts'
import { Invalid, refuse } from '../rules/refusal.ts'
import {
  type ArchivedItem,
  type ArchivedList,
  archivedLists,
  archivedValues,
  archiveHeader,
  archiveVersion,
  optionalLists,
} from '../schema/archive/archive.ts'
import type { ArchiveReader } from '../store/archive/import-archive.ts'
import { checkShape } from './openapi.ts'

/** Bytes of an item of a list, of which a picture in base 64 is the largest. */
const maxItemBytes = 2 * 1024 * 1024
/** Bytes of a value that is read whole, of which the fixed result with all that counted is the largest. */
const maxValueBytes = 128 * 1024 * 1024

/** Writes a request's body to a file, because an import takes longer than the upload and must not hold a transaction open. */
export async function receiveArchive(c: Context, folder: string): Promise<FileHandle> {
  if (!c.req.header('content-type')?.startsWith('application/json')) refuse('not-json')
  const file = await openScratchFile(folder)
  try {
    for await (const chunk of c.req.raw.body ?? []) await file.appendFile(chunk)
    return file
  } catch (failure) {
    await file.close()
    if (c.req.raw.signal.aborted) refuse('not-json')
    throw failure
  }
}

/**
 * Finds the parts of an archive in its file and checks each when it is read. Refuses with `not-an-archive` or `archive-newer` first: what a
 * newer Demo Hour has written would look merely wrong.
 */
export async function readArchiveFile(file: FileHandle): Promise<ArchiveReader> {
  const parts = await withFileRefusals('', () => findParts(file))
  const read = async (name: string): Promise<unknown> => {
    const range = parts.get(name)
    return range && withFileRefusals(`/${name}`, () => readValue(file, range, maxValueBytes))
  }
  const check = async <Schema extends z.ZodType>(name: string, schema: Schema): Promise<z.infer<Schema>> =>
    checkShape(schema, await read(name), `/${name}`)
  // A rehearsal's times are shorter than an event's may be, so this comes before the shape.
  const event = (await read('event')) as { rehearsal?: unknown } | null | undefined
  if (event?.rehearsal === true) refuse('rehearsal-itself', 'This is a rehearsal, so it is not imported')
  return {
    event: await check('event', archivedValues.event),
    picture: await check('picture', archivedValues.picture),
    released: await check('released', archivedValues.released),
    read: (list) => readList(file, list, parts.get(list)),
  }
}

async function findParts(file: FileHandle): Promise<Map<string, JsonRange>> {
  const { size } = await file.stat()
  const whole = { start: await skipMark(file), end: size }
  if (!(await startsWith(file, whole, '{'))) {
    await readValue(file, whole, maxItemBytes)
    refuse('not-an-archive')
  }
  const members = await findMembers(file, whole)
  const read = async (name: string) => {
    const range = members.get(name)
    return range && readValue(file, range, maxItemBytes)
  }
  const head = archiveHeader.safeParse({ format: await read('format'), version: await read('version') })
  if (!head.success) refuse('not-an-archive')
  if (head.data.version > archiveVersion) refuse('archive-newer')
  const history = members.get('history')
  if (history && (await startsWith(file, history, '{')))
    for (const [name, range] of await findMembers(file, history)) members.set(`history.${name}`, range)
  return members
}

async function startsWith(file: FileHandle, { start, end }: JsonRange, character: string): Promise<boolean> {
  let at = start
  while (at < end && /\s/.test(await readFirstCharacter(file, { start: at, end }))) at += 1
  return (await readFirstCharacter(file, { start: at, end })) === character
}

async function skipMark(file: FileHandle): Promise<number> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(3), 0, 3, 0)
  return buffer.toString('latin1', 0, bytesRead) === '\xef\xbb\xbf' ? 3 : 0
}

async function* readList<List extends ArchivedList>(
  file: FileHandle,
  list: List,
  range: JsonRange | undefined,
): AsyncGenerator<ArchivedItem<List>[]> {
  const pointer = `/${list.replace('.', '/')}`
  if (range === undefined && optionalLists.includes(list)) return
  if (range === undefined || !(await startsWith(file, range, '[')))
    throw new Invalid([{ pointer, title: 'This is not a list' }])
  const { item, max } = archivedLists[list]
  let read = 0
  const batches = readItems(file, range, maxItemBytes)
  for (;;) {
    const { value: batch, done } = await withFileRefusals(pointer, () => batches.next())
    if (done) return
    const from = read
    read += batch.length
    if (read > max) throw new Invalid([{ pointer, title: `There are more than ${max}` }])
    yield batch.map((value, at) => checkShape(item, value, `${pointer}/${from + at}`) as ArchivedItem<List>)
  }
}

async function withFileRefusals<T>(pointer: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (failure) {
    if (!(failure instanceof JsonFileError)) throw failure
    if (failure.reason === 'not-json') refuse('not-json')
    throw new Invalid([{ pointer, title: 'This is larger than anything that Demo Hour saves' }])
  }
}
