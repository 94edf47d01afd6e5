import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportShowcase } from '../../../api/gallery/export-showcase.ts'
import { makeEvent, openServer, owner, type Server, showAll, type TestEvent } from '../../support/show.ts'
import { putSlide } from '../../support/slides.ts'
import { png } from '../../support/small-pictures.ts'
import { htmlFaults } from '../../support/valid-html.ts'

describe('the gallery as plain files', () => {
  let server: Server
  let url: string
  let folder: string
  beforeAll(async () => {
    server = await openServer()
    url = await server.listen()
    folder = await mkdtemp(join(tmpdir(), 'demo-hour-showcase-'))
  })
  afterAll(async () => {
    await server.close()
    await rm(folder, { recursive: true })
  })

  const change = (event: TestEvent, path: string, body: object) =>
    server.call('PATCH', event.path + path, body, event.key)
  const fetchZip = (event: TestEvent, key?: string) =>
    server.fetch(
      new Request(`http://hall.test${event.path}/showcase.zip`, {
        headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
      }),
    )
  /** The text of each file by its path in the folder. */
  async function readZip(event: TestEvent): Promise<Record<string, string>> {
    const answer = await fetchZip(event, event.key)
    expect(answer.status).toBe(200)
    const files = Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer())))
    const prefix = `${event.event.slug}-showcase/`
    for (const [path] of files) expect(path.startsWith(prefix)).toBe(true)
    return Object.fromEntries(files.map(([path, bytes]) => [path.slice(prefix.length), Buffer.from(bytes).toString()]))
  }
  async function setPicture(event: TestEvent, n: number) {
    const headers = { authorization: `Bearer ${event.key}` }
    const address = `http://hall.test${event.path}/entries/${event.entries[n]!.id}/picture`
    const body = new Blob([new Uint8Array(png(8, 8))])
    expect((await server.fetch(new Request(address, { method: 'PUT', headers, body }))).status).toBe(200)
  }
  const playTo = async (event: TestEvent, steps: number) => {
    await showAll(event)
    for (const [n, value] of [5, 3, 1].entries()) for (const judge of [0, 1, 2]) await event.score(judge, n, value)
    await event.cue('close-scoring')
    const { reveal } = (await event.cue('start-reveal')).body
    for (let step = 0; step < Math.min(steps, reveal.of); step += 1) await event.cue('reveal-next')
  }

  it('are the index, a page for each team, their pictures and a style sheet, and no team writes into them but words', async () => {
    const event = await makeEvent(server, { entries: 4, name: 'Makers </title><script>alert(1)</script>' })
    const [first, second, warmUp] = event.entries
    await change(event, `/entries/${first!.id}`, {
      ...{
        team: '"><script>alert(2)</script>',
        title: '../../etc/passwd',
        summary: '</main><img src=x onerror=alert(3)>',
      },
      ...{ link: 'https://example.org/?a=1&b="2', members: ['<b>Siân</b>'], organisations: ['& Sons'] },
    })
    await change(event, `/entries/${second!.id}`, { team: 'فريق الخدمات', table: '12' })
    await change(event, `/entries/${warmUp!.id}`, { warmUp: true })
    await setPicture(event, 0)
    const files = await readZip(event)
    const code = (n: number) => event.entries[n]!.code.toLowerCase()
    const pages = ['index.html', ...[0, 1, 3].map((n) => `entry-${code(n)}.html`)]
    expect(Object.keys(files).sort()).toEqual([...pages, `pictures/${code(0)}.png`, 'style.css'].sort())
    for (const path of pages) {
      const text = files[path]!
      expect(htmlFaults(text)).toEqual([])
      expect(text).not.toMatch(/<script|<b>|onerror=alert\(3\)>|http:\/\/hall/)
      const targets = [...text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target]) => target!)
      const own = targets.filter((target) => !target.startsWith('https://example.org/'))
      for (const target of own) expect(Object.keys(files)).toContain(target)
    }
    expect(files['index.html']).toContain(`src="pictures/${code(0)}.png"`)
    expect(files[`entry-${code(1)}.html`]).toContain('Table 12')
    expect(files['style.css']).not.toMatch(/url\(|@import/)
  })

  it('hold the pages of slides, once the team has been called', async () => {
    const event = await makeEvent(server, { entries: 3 })
    for (const n of [0, 1, 2])
      for (const page of [1, 2]) await putSlide(server, event, event.entries[n]!.id, page, event.key)
    const code = (n: number) => event.entries[n]!.code.toLowerCase()
    const slideFiles = async () => Object.keys(await readZip(event)).filter((path) => path.startsWith('slides/'))
    await event.cue('open-doors')
    expect(await slideFiles()).toEqual([])
    await event.cue('next')
    expect(await slideFiles()).toEqual([1, 2].map((page) => `slides/${code(0)}-0${page}.png`))
    const files = await readZip(event)
    const page = files[`entry-${code(0)}.html`]!
    expect(htmlFaults(page)).toEqual([])
    expect([...page.matchAll(/<img src="(slides[^"]*)" alt="([^"]*)"/g)].map(([, ...parts]) => parts)).toEqual(
      [1, 2].map((number) => [`slides/${code(0)}-0${number}.png`, `Page ${number}`]),
    )
    expect(files[`entry-${code(1)}.html`]).not.toMatch(/Slides|slides\//)
    const target = join(folder, 'with-slides')
    const written = await exportShowcase({ slug: event.event.slug, folder: target, url, key: event.key })
    expect(written.map(({ path }) => path).sort()).toEqual(Object.keys(files).sort())
    expect(await readFile(join(target, `slides/${code(0)}-02.png`))).toEqual(Buffer.from(png(9, 9)))
  })

  it('are for the organiser only, who may take them before the gallery is public', async () => {
    const event = await makeEvent(server, { galleryPublic: 'never' })
    expect((await fetchZip(event)).status).toBe(401)
    for (const key of [event.teamKeys[0], event.judgeKeys[0], (await makeEvent(server)).key])
      expect((await fetchZip(event, key)).status).toBe(403)
    expect((await fetchZip(event, owner)).status).toBe(200)
    expect((await readZip(event))['index.html']).toContain('Team 1')
  })

  it('hold what a team won only once that was shown', async () => {
    const event = await makeEvent(server, { entries: 3, judges: 3, places: 2 })
    const text = async () => Object.values(await readZip(event)).join()
    await playTo(event, 0)
    expect(await text()).not.toMatch(/Winner|2nd place/)
    await event.cue('reveal-next')
    expect(await text()).toContain('2nd place')
    expect(await text()).not.toContain('Winner')
    await event.cue('reveal-next')
    expect(await text()).toContain('Winner')
    expect(await text()).not.toMatch(/\b[1-5]\.\d\b.* out of/)
  })

  it('name nobody once the people’s data are removed', async () => {
    const event = await makeEvent(server, { entries: 3, judges: 3 })
    await change(event, `/entries/${event.entries[0]!.id}`, { members: ['Gwenllian ferch Llywelyn'] })
    await playTo(event, 9)
    await event.cue('publish')
    expect(Object.values(await readZip(event)).join()).toContain('Gwenllian')
    await server.call('DELETE', `${event.path}/people`, undefined, event.key)
    expect(Object.values(await readZip(event)).join()).not.toContain('Gwenllian')
  })

  describe('written into a folder by `npm run showcase`', () => {
    const write = (slug: string, target: string, more: { key?: string; url?: string } = {}) =>
      exportShowcase({ slug, folder: resolve(folder, target), url, key: undefined, ...more })

    it('are the same files, pictures too', async () => {
      const event = await makeEvent(server, { entries: 2, judges: 3 })
      await setPicture(event, 1)
      await playTo(event, 1)
      await write(event.event.slug, 'whole/new')
      const zip = await readZip(event)
      const paths = await readdir(join(folder, 'whole/new'), { recursive: true })
      expect(paths.filter((path) => path.includes('.')).sort()).toEqual(Object.keys(zip).sort())
      for (const [path, text] of Object.entries(zip))
        expect((await readFile(join(folder, 'whole/new', path))).toString()).toBe(text)
    })

    it('take the organiser’s key while the gallery is not public', async () => {
      const event = await makeEvent(server)
      const { slug } = event.event
      await expect(write(slug, 'sealed')).rejects.toThrow('The gallery of “Makers hack day” is not public now.')
      await expect(write(slug, 'sealed', { key: event.judgeKeys[0]! })).rejects.toThrow('This key does not open')
      expect(await readdir(folder)).not.toContain('sealed')
      expect((await write(slug, 'sealed', { key: event.key })).length).toBe(5)
    })

    it.each([
      ['a folder that is not empty', '.', 'is not empty. Name a new or an empty one.'],
      ['a file', 'file.txt', 'is not a folder. Name a new or an empty one.'],
      ['a folder that cannot be written', '/sys/nothing', 'cannot be written: '],
    ])('are refused in a sentence for %s', async (_name, target, sentence) => {
      await writeFile(join(folder, 'file.txt'), 'kept')
      const event = await makeEvent(server)
      await event.cue('open-doors')
      await expect(write(event.event.slug, target)).rejects.toThrow(sentence)
      expect((await readFile(join(folder, 'file.txt'))).toString()).toBe('kept')
    })

    it('are refused in a sentence for an unknown event and a server that does not answer', async () => {
      await expect(write('nowhere', 'none')).rejects.toThrow(`There is no event at ${url}/e/nowhere.`)
      await expect(write('nowhere', 'none', { url: 'http://127.0.0.1:9' })).rejects.toThrow('Nothing answers at')
      expect(await readdir(folder)).not.toContain('none')
    })
  })
})
