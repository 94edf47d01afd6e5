import axe from 'axe-core'
import { type Page, pages } from '../../api/rules/pages.ts'
import type { AxeResults } from '../../web/accessibility/axe-results.ts'
import { makeShow } from '../browser/support/driven-show.ts'
import { deskSize, laptopSize, phoneSize } from '../browser/support/open-browser.ts'
import type { PagePool } from '../browser/support/page-pool.ts'
import {
  backstagePage,
  deskPage,
  faultsOf,
  judgePage,
  makeLiveShow,
  makePublishedShow,
  organiserPage,
  overlayPage,
  remotePage,
  roomAddress,
  type ShownPage,
  stagePage,
  teamPage,
} from '../browser/support/shown-page.ts'

type Server = { address: string; ownerKey: string }

/** Opens each page of the table of pages, in light and dark, and lists the rules that axe finds violated. */
export async function checkPages(server: Server, pool: PagePool): Promise<Omit<AxeResults, 'date'>> {
  const shownPages = await showPages(server)
  const checked: AxeResults['pages'] = []
  for (const [name, page] of Object.entries<Page>(pages)) {
    const shown = shownPages[name as keyof typeof pages]
    const faults = await faultsOf(pool, shown, page.alwaysDark ? ['dark'] : ['light', 'dark'])
    // A fault begins with the scheme and the rule.
    const rules = [...new Set(faults.map((fault) => fault.split(' ')[1]!))].sort()
    checked.push({ address: page.address, faults: rules.map(describeRule) })
  }
  return { axe: axe.version, pages: checked }
}

function describeRule(rule: string): AxeResults['pages'][number]['faults'][number] {
  const { help, tags } = axe.getRules().find(({ ruleId }) => ruleId === rule)!
  const criteria = tags.flatMap((tag) => /^wcag(\d)(\d)(\d+)$/.exec(tag)?.slice(1).join('.') ?? [])
  return { rule, criteria, help }
}

async function showPages(server: Server): Promise<Record<keyof typeof pages, ShownPage>> {
  const setUp = await makeShow(server.address, server.ownerKey)
  const live = await makeLiveShow(server)
  const over = await makePublishedShow(server)
  const { id, team } = over.entries[1]!
  return {
    home: { address: '/', words: 'Event code', size: phoneSize },
    owner: { address: `/owner#k=${server.ownerKey}`, words: 'Set up an event', size: laptopSize },
    phone: { address: '/phone', words: 'Scan the code with a phone', size: phoneSize },
    privacy: { address: '/privacy', words: 'Whose decision', size: phoneSize },
    eventPrivacy: { address: `${roomAddress(over)}/privacy`, words: 'Names are removed', size: phoneSize },
    accessibility: { address: '/accessibility', words: 'Please tell the organiser', size: phoneSize },
    room: { address: roomAddress(over), words: 'Awards', size: phoneSize },
    judge: { ...judgePage(live), words: 'How well was it shown?' },
    team: { ...teamPage(over, 1), words: 'How the judges saw it' },
    entry: { address: `${roomAddress(over)}/entry/${id}`, words: team, size: phoneSize },
    showcase: { ...organiserPage(over, 'showcase'), words: team },
    organise: { ...organiserPage(setUp, 'organise'), words: 'Ready for the doors' },
    check: { address: `${roomAddress(live)}/check`, words: 'Checked:', size: phoneSize },
    review: { ...organiserPage(over, 'review'), words: 'The result has been published' },
    record: { address: `${roomAddress(over)}/record`, words: 'How it came about', size: laptopSize },
    method: { address: `${roomAddress(over)}/method`, words: 'How the scores are added up', size: phoneSize },
    feedback: { ...organiserPage(over, 'feedback'), words: 'Read each before its team does' },
    pack: { ...organiserPage(over, 'feedback/print'), words: 'Print, or save' },
    certificate: { ...organiserPage(over, 'certificate'), words: 'Print, or save' },
    history: { ...organiserPage(over, 'history'), words: 'What was done' },
    print: {
      address: `${roomAddress(setUp)}/print?what=poster#k=${setUp.organiserKey}`,
      words: 'Judges: scan to score',
      size: laptopSize,
    },
    paper: { ...organiserPage(live, 'paper'), words: 'Copied from paper' },
    stage: { ...stagePage(live), words: live.entries[0]!.team },
    desk: { ...deskPage(live), words: 'Running order', size: deskSize },
    backstage: { ...backstagePage(live), words: live.entries[0]!.team },
    overlay: { ...overlayPage(live), words: live.entries[0]!.team },
    remote: { ...remotePage(live), words: 'Next team' },
  }
}
