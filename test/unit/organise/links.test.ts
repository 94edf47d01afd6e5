import { describe, expect, it } from 'vitest'
import { countRecipients, listRecipients, sendingWords } from '../../../web/organise/links/link-recipients.ts'
import { linksCsv, linksText } from '../../../web/organise/links/links-files.ts'
import { matchLinks, type TabLink } from '../../../web/organise/links/tab-links.ts'

type Now = Parameters<typeof listRecipients>[0]
const entry = (id: string) => ({ id, team: `Team ${id}`, organisations: ['Leeds', 'Hull'] })
const judge = (id: string, status = 'admitted') => ({
  id,
  name: `Judge ${id}`,
  role: 'Mayor',
  organisation: 'Hull',
  status,
})
const key = (id: string, holder: object, more: object = {}) => ({
  ...{ id, role: 'team', judgeId: null, entryId: null, since: '', sentAt: null, usedAt: null, own: false },
  ...holder,
  ...more,
})
const link = (more: Partial<TabLink> = {}): TabLink => ({
  address: 'http://a/#k=x',
  keyId: null,
  unsaved: true,
  ...more,
})
const at = '2026-06-20T15:30:00Z'

const now = (more: object) => ({ entries: [], judges: [], keys: [], links: {}, ...more }) as unknown as Now
const states = (now: Now) => listRecipients(now).map(({ id, state }) => `${id} ${state}`)

describe('the link of a team or judge', () => {
  it('is missing, to send, sent or opened; only the panel needs one', () => {
    const judges = [judge('a'), judge('b'), judge('w', 'waiting'), judge('r', 'removed')]
    const keys = [
      key('1', { entryId: 'x' }),
      key('2', { entryId: 'y' }),
      key('3', { judgeId: 'a' }, { sentAt: at }),
      key('4', { judgeId: 'a' }),
      key('5', { judgeId: 'b' }, { sentAt: at, usedAt: at }),
    ]
    const some = now({ entries: [entry('x'), entry('y')], judges, keys, links: { y: link() } })
    expect(states(some)).toEqual(['x none', 'y ready', 'a sent', 'b used'])
    expect(sendingWords(listRecipients(some))).toBe('1 team has no link yet.')
    expect(countRecipients(listRecipients(some))).toBe('2 teams and 2 judges')
  })
  it('is missing again once it has been replaced by one that was not sent', () => {
    expect(states(now({ judges: [judge('a')], keys: [key('1', { judgeId: 'a' })] }))).toEqual(['a none'])
  })
  it('leaves this tab once its key no longer works, and else stays there', () => {
    const keys = [key('1', { entryId: 'x' }), key('2', { entryId: 'x' }), key('3', { judgeId: 'a' })] as Now['keys']
    const matched = matchLinks({ x: link(), a: link({ keyId: '3' }), b: link({ keyId: '9' }), c: link() }, keys)
    expect(Object.entries(matched).map(([id, { keyId }]) => [id, keyId])).toEqual([
      ['x', '2'],
      ['a', '3'],
    ])
    expect(matchLinks(matched, keys.slice(0, 1))).toEqual({})
  })
})

describe('the links to send', () => {
  const people = [
    { kind: 'team' as const, name: '=HYPERLINK("http://evil")', organisation: 'Leeds; Hull', role: '', link: link() },
    { kind: 'judge' as const, name: 'فاطمہ, زہرا', organisation: '', role: '@mayor', link: link() },
    { kind: 'judge' as const, name: 'No link', organisation: '', role: '', link: undefined },
  ]
  it('are a CSV file that a spreadsheet reads as text, a row for each link in this tab', () => {
    expect(linksCsv(people)).toBe(
      '\uFEFFName,Organisation,Role,Link\r\n' +
        '"\'=HYPERLINK(""http://evil"")",Leeds; Hull,Team,http://a/#k=x\r\n' +
        '"فاطمہ, زہرا",,\'@mayor,http://a/#k=x\r\n',
    )
  })
  it('are a text with one a line', () => {
    expect(linksText(people).split('\n')).toEqual([
      '=HYPERLINK("http://evil")\thttp://a/#k=x',
      'فاطمہ, زہرا\thttp://a/#k=x',
    ])
  })
})
