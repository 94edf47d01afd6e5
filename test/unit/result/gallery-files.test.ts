import { describe, expect, it } from 'vitest'
import type { Gallery } from '../../../api/gallery/gallery.ts'
import { plainFiles } from '../../../api/gallery/plain-files.ts'
import { listShownAwards } from '../../../api/rules/result/shown-awards.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Event } from '../../../api/schema/event.ts'
import type { Award } from '../../../api/schema/result.ts'

const entry = { id: 'a', code: 'K7', team: 'Bin Day', title: 'Bins', picture: '/a.png', skipped: false, warmUp: false }
const gallery = (event: Partial<Event> = {}, awards: Partial<Award>[] = []) =>
  ({
    event: {
      slug: 'day',
      name: 'Hack day',
      venue: '',
      galleryPublic: 'never',
      phase: 'final',
      rehearsal: false,
      ...event,
    },
    entries: [{ ...entry, summary: '', table: '', link: '', members: [], organisations: [] } as Partial<Entry>],
    awards: awards.map((award) => ({ citation: '', ...award })),
  }) as Gallery

async function filesOf(
  from: Gallery,
  load: Parameters<typeof plainFiles>[1] = { picture: async () => undefined, slide: async () => undefined },
) {
  const files = new Map<string, string>()
  for await (const { path, content } of plainFiles(from, load)) files.set(path, String(content))
  return files
}

describe('the plain files of a gallery', () => {
  it('carry the mark of a rehearsal on every page', async () => {
    const pages = async (rehearsal: boolean) =>
      [...(await filesOf(gallery({ rehearsal })))].filter(([path]) => path.endsWith('.html')).map(([, text]) => text)
    for (const text of await pages(true)) expect(text).toContain('Rehearsal: nothing counts')
    for (const text of await pages(false)) expect(text).not.toContain('Rehearsal')
  })

  it('show a challenge’s award, and no picture that could not be loaded', async () => {
    const won: Partial<Award>[] = [{ kind: 'challenge', name: 'Prize of the library', entryIds: ['a'] }]
    const files = await filesOf(gallery({}, won))
    expect([...files.keys()]).toEqual(['style.css', 'index.html', 'entry-k7.html'])
    for (const path of ['index.html', 'entry-k7.html']) {
      expect(files.get(path)).toContain('Prize of the library')
      expect(files.get(path)).not.toContain('<img')
    }
  })
})

describe('the awards that were shown', () => {
  const first = { kind: 'prize', name: 'First', entryIds: ['a'] } as Award
  const second = { kind: 'place', name: 'Second', entryIds: ['b'] } as Award

  it('are those of the steps so far, and all once the winners stand together, each of them once', () => {
    expect(listShownAwards([])).toEqual([])
    expect(listShownAwards([{ kind: 'award', award: first }])).toEqual([first])
    const winners = { kind: 'winners', awards: [first, second] } as const
    expect(
      listShownAwards([
        { kind: 'award', award: first },
        { ...winners, awards: [first, second] },
      ]),
    ).toEqual([first, second])
  })
})
