import { type FileHandle, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findMembers, JsonFileError, readItems, readValue } from '../../../api/operations/json-file.ts'
import { openScratchFile } from '../../../api/operations/scratch-file.ts'

describe('a JSON file that is read in parts', () => {
  let folder: string
  let file: FileHandle
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-hour-json-'))
    file = await openScratchFile(folder)
  })
  afterAll(async () => {
    await file.close()
    await rm(folder, { recursive: true })
  })

  async function write(text: string) {
    await file.truncate(0)
    const { bytesWritten } = await file.write(text, 0)
    return { start: 0, end: bytesWritten }
  }
  const maxBytes = 2_000_000
  const itemsOf = async (text: string, most = maxBytes) => {
    const items: unknown[] = []
    for await (const batch of readItems(file, await write(text), most)) items.push(...batch)
    return items
  }
  const membersOf = async (text: string) => {
    const members = await findMembers(file, await write(text))
    const values = [...members].map(async ([name, range]) => [name, await readValue(file, range, maxBytes)] as const)
    return Object.fromEntries(await Promise.all(values))
  }

  it('gives the same items and members as JSON.parse, however it is spaced', async () => {
    const json = fc.jsonValue({ maxDepth: 4 })
    const spaces = fc.constantFrom(undefined, 1, '\t')
    await fc.assert(
      fc.asyncProperty(fc.array(json), fc.dictionary(fc.string(), json), spaces, async (list, object, space) => {
        const [items, members] = [JSON.stringify(list, null, space), JSON.stringify(object, null, space)]
        expect(await itemsOf(items)).toEqual(JSON.parse(items))
        expect(await membersOf(members)).toEqual(JSON.parse(members))
      }),
      { numRuns: 50 },
    )
  })

  it('reads strings that lie across the border of two chunks, with every end that an escape may have', async () => {
    for (let shift = 0; shift < 3; shift += 1) {
      const list = ['x'.repeat(256 * 1024 - 10 + shift), '\\', '\\"', '"\\\\"', { 'a"\\': ['\\'.repeat(5), ']}'] }]
      expect(await itemsOf(JSON.stringify(list))).toEqual(list)
      const long = [`${'\\'.repeat(150_000 + shift)}"`, 'after']
      expect(await itemsOf(JSON.stringify(long))).toEqual(long)
    }
  })

  it.each([
    '',
    '[',
    '[1',
    '[1,',
    '[1,]',
    '[,1]',
    '[1 2]',
    '["a""b"]',
    '[1]]',
    '[1]x',
    '{}',
    '[{]',
    '["a',
    '[\\"]',
    '[tru]',
  ])('refuses %j as a list', async (text) => {
    await expect(itemsOf(text)).rejects.toThrow(new JsonFileError('not-json'))
  })

  it.each(['{"a"}', '{"a":}', '{a:1}', '{"a":1,}', '{"a":1 "b":2}', '{"a":1}}', '[]', '{"\\x":1}'])(
    'refuses %j as an object',
    async (text) => {
      await expect(membersOf(text)).rejects.toThrow(new JsonFileError('not-json'))
    },
  )

  it('refuses an item and a value that are larger than they may be, without reading them whole', async () => {
    await expect(itemsOf(JSON.stringify(['short', 'x'.repeat(20)]), 15)).rejects.toThrow(new JsonFileError('too-large'))
    expect(await itemsOf(JSON.stringify(['short', 'x'.repeat(20)]), 22)).toHaveLength(2)
    const range = await write('"too long"')
    await expect(readValue(file, range, 5)).rejects.toThrow(new JsonFileError('too-large'))
  })
})
