import { describe, expect, it } from 'vitest'
import { warnings } from '../../../api/rules/ranking/warnings.ts'
import { computeReview, type ReviewInput } from '../../../api/rules/result/review.ts'
import { chairWords, chairWordsOf } from '../../../web/core/words/award-words.ts'
import { isolateName, listNames } from '../../../web/core/words/names.ts'
import {
  certaintyWords,
  chanceWords,
  leniencyWords,
  placesWords,
  rankWords,
} from '../../../web/core/words/result-words.ts'
import {
  findCloseCalls,
  findGroups,
  findTies,
  furthestMarks,
  listMissingByJudge,
} from '../../../web/review/review-groups.ts'
import { listRemarks } from '../../../web/review/review-remarks.ts'
import { placeOn, spanOf } from '../../../web/ui/profile/score-span.ts'

const criteria = [{ id: 'use', name: 'Use', description: '', min: 1, max: 5, weight: 1, levels: {} }]

/** A review of `rows[judge][entry]`, computed by the rules themselves; null is no ballot. */
function reviewed(rows: (number | null)[][], votes: ReviewInput['votes'] = [], more: Partial<ReviewInput> = {}) {
  const entryIds = rows[0]!.map((_, n) => `entry${n}`)
  const ballots = rows.flatMap((row, judge) =>
    row.flatMap((use, entry) =>
      use === null
        ? []
        : [
            {
              ...{ judgeId: `judge${judge}`, entryId: entryIds[entry]!, scores: { use }, recused: false },
              ...{ complete: true, source: 'phone' as const, editedAt: '2026-06-20T15:30:00.000Z' },
            },
          ],
    ),
  )
  return computeReview({
    event: { criteria, places: 3, criterionAwards: [], awardOrder: [], oneAwardPerTeam: false, challenges: [] },
    counted: { criteria, method: 'levelled', places: 3, entryIds, ballots, votes },
    ...{ votes, prizes: [], removedJudges: 0, disqualified: [], openIds: entryIds, skippedIds: [] },
    judges: rows.map((_, n) => ({
      id: `judge${n}`,
      name: `Judge ${n}`,
      status: 'admitted',
      away: false,
      challengeOnly: false,
      arrived: true,
    })),
    ...more,
  })
}

const names = (open: boolean) => ({
  ...{ team: (id: string) => `Team ${id}`, judge: (id: string) => `Judge ${id}`, places: 3, criteria, open },
})
const vote = (...entryIds: string[]) => ({
  entryIds,
  byName: 'Cllr Grant',
  reason: 'Nearer to residents',
  joint: false,
})

const twoTies = [
  [4, 4, 3, 3, 1],
  [4, 4, 3, 3, 1],
  [4, 4, 3, 3, 1],
]

describe('a tie', () => {
  it('is found where entries share a rank', () => {
    expect(findTies(reviewed(twoTies), [])).toEqual([
      { key: 'entry0 entry1', rank: 1, entryIds: ['entry0', 'entry1'], decided: false },
      { key: 'entry2 entry3', rank: 3, entryIds: ['entry2', 'entry3'], decided: false },
    ])
  })

  it('stays one tie when the chair has decided it, so that the decision can be repeated', () => {
    const votes = [vote('entry0', 'entry1'), vote('entry1', 'entry0')]
    expect(findTies(reviewed(twoTies, votes), votes)[0]).toEqual({
      ...{ key: 'entry0 entry1', rank: 1, entryIds: ['entry1', 'entry0'], decided: true },
    })
  })

  it('is not mixed with another of the same score that was decided apart from it', () => {
    const standing = (entryId: string, rank: number, tieBrokenBy: string | null) => ({
      ...reviewed([[3]]).standings[0]!,
      ...{ entryId, rank, tieBrokenBy },
    })
    const standings = ['a', 'b', 'c', 'd'].map((id, n) => standing(id, n + 1, 'casting-vote'))
    const votes = [vote('a', 'b'), vote('c', 'd')]
    expect(findTies({ standings, warnings: [] }, votes).map((tie) => tie.key)).toEqual(['a b', 'c d'])
  })
})

describe('the remarks', () => {
  const cases = {
    ties: twoTies,
    close: [
      [5, 4, 2, 2, 1],
      [4, 5, 2, 1, 2],
      [4, 4, 1, 3, 3],
    ],
    apart: [
      [4, 3, null, null],
      [null, null, 4, 2],
    ],
    alone: [[5, 4, 3]],
    none: [[null, null]],
  }

  it.each(Object.entries(cases))('name no team that stands high while the order is covered (%s)', (_, rows) => {
    const review = reviewed(rows)
    const thin = review.warnings.filter(({ code }) => code === 'thin' || code === 'unscored')
    const open = new Set(thin.flatMap(({ entryIds }) => entryIds))
    const remarkTexts = listRemarks(review, names(false), findTies(review, []), findCloseCalls(review, [])).map(
      ({ title }) => title,
    )
    for (const { entryId } of review.standings)
      if (!open.has(entryId)) expect(remarkTexts.join(' ')).not.toContain(`Team ${entryId}`)
  })

  it.each(Object.keys(warnings))('have a sentence with names and an offer for %s', (code) => {
    const review = reviewed(cases.close)
    const about = { entryIds: ['entry0', 'entry1'], judgeIds: ['judge0'] }
    const [remark] = listRemarks(
      { ...review, warnings: [{ code, title: 'X', offer: 'Y', missing: [], ...about }] },
      names(true),
      [],
      [],
    )
    expect(remark?.title).toMatch(/^[A-Z].*\.$/)
    expect(remark?.offer).toMatch(/^[A-Z].*\.$/)
    expect(remark?.title).not.toBe('X.')
  })

  it('do not name an award that is given to nobody while the order is covered: its teams have the others', () => {
    const warning = { code: 'award-not-given', title: 'X', offer: 'Y', entryIds: [], judgeIds: [], missing: [] }
    const review = { ...reviewed(cases.close), warnings: [{ ...warning, about: 'Open data' }] }
    expect(listRemarks(review, names(true), [], [])[0]!.title).toContain('Open data')
    const [covered] = listRemarks(review, names(false), [], [])
    expect(covered!.title).toMatch(/^One award is given to nobody/)
    expect(covered!.title).not.toContain('Open data')
  })

  it('merge what is true of several teams in one sentence', () => {
    const titles = listRemarks(reviewed(cases.alone), names(true), [], []).map(({ title }) => title)
    expect(titles.filter((title) => title.startsWith('Fewer than three'))).toHaveLength(1)
  })

  it('mention a tie once, and not that it is also close', () => {
    const review = reviewed(twoTies)
    const titles = listRemarks(review, names(true), findTies(review, []), findCloseCalls(review, [])).map(
      ({ title }) => title,
    )
    expect(titles).toEqual([
      'Team entry0 and Team entry1 share 1st place.',
      'Team entry2 and Team entry3 share 3rd place.',
    ])
  })

  it('begin with what matters where there is no order at all', () => {
    expect(reviewed(cases.none).summary).toMatch(/^There is no result yet/)
    expect(reviewed(cases.apart).summary).toMatch(/^There is no fair order/)
    expect(reviewed(cases.close).summary).toMatch(/too close to call/)
  })
})

describe('the advice of a review', () => {
  const rows = [
    [5, 4, 3],
    [4, 5, null],
    [5, 3, null],
  ]
  const judge = (n: number, more: object = {}) => ({
    ...{
      id: `judge${n}`,
      name: `Judge ${n}`,
      status: 'admitted' as const,
      away: false,
      challengeOnly: false,
      arrived: true,
      ...more,
    },
  })
  const panel = (more: object) => [judge(0), judge(1, more), judge(2, more)]
  const recusal = (n: number) => ({
    ...{ judgeId: `judge${n}`, entryId: 'entry2', scores: {}, recused: true, complete: false },
    ...{ source: 'phone' as const, editedAt: '2026-06-20T15:30:00.000Z' },
  })
  const plain = reviewed(rows)
  const cases: [string, Partial<ReviewInput>][] = [
    ['the team was skipped', { skippedIds: ['entry2'] }],
    ['the team was not on stage', { openIds: ['entry0', 'entry1'] }],
    ['the judges are away', { judges: panel({ away: true, challengeOnly: false }) }],
    ['the judges never came', { judges: panel({ arrived: false }) }],
    ['the judges were removed', { judges: panel({ status: 'removed' }) }],
    [
      'the judges stepped aside',
      {
        counted: {
          ...{ criteria, method: 'levelled', places: 3, entryIds: ['entry0', 'entry1', 'entry2'], votes: [] },
          ballots: [
            ...rows.flatMap((row, n) =>
              row.flatMap((use, entry) =>
                use === null
                  ? []
                  : [{ ...recusal(n), entryId: `entry${entry}`, scores: { use }, recused: false, complete: true }],
              ),
            ),
            recusal(1),
            recusal(2),
          ],
        },
      },
    ],
  ]
  const advice = (review: typeof plain) =>
    JSON.stringify([
      review.warnings.map(({ offer }) => offer),
      listRemarks(review, names(true), findTies(review, []), findCloseCalls(review, [])).map(({ offer }) => offer),
    ])

  it('asks for a ballot that can still be sent', () => {
    expect(plain.missing).toEqual([{ entryId: 'entry2', judgeIds: ['judge1', 'judge2'] }])
    expect(advice(plain)).toMatch(/Ask for a missing ballot/)
  })

  it.each(cases)('asks for no ballot where %s', (_, more) => {
    const review = reviewed(rows, [], more)
    expect(review.missing).toEqual([])
    expect(review.warnings.map(({ code }) => code)).toContain('thin')
    expect(advice(review)).not.toMatch(/ask (?!the chair)|missing ballot|Open scoring again/i)
  })

  it.each([
    ['no ballot is complete', [[null, null]], 'no-scores'],
    [
      'one judge has scored',
      [
        [5, 4, 3],
        [null, null, null],
      ],
      'one-judge',
    ],
    [
      'a team has no ballot',
      [
        [5, null],
        [4, null],
        [3, null],
      ],
      'unscored',
    ],
    [
      'groups of judges never met',
      [
        [4, 3, null, null],
        [null, null, 4, 2],
      ],
      'disconnected',
    ],
  ])('asks for none where %s and nobody who is here can add one', (_, marks, code) => {
    const away = marks.map((_, n) => judge(n, { away: true, challengeOnly: false }))
    const review = reviewed(marks, [], { judges: away })
    expect(review.warnings.map((warning) => warning.code)).toContain(code)
    expect(advice(review)).not.toMatch(/ask (?!the chair)|Open scoring again/i)
    expect(advice(reviewed(marks))).toMatch(/Open scoring again/i)
  })

  it('names two judges of one name, and that the desk can merge them', () => {
    const judges = [judge(0, { name: 'Tom Bridge' }), judge(1, { name: 'Cllr tom bridge' }), judge(2)]
    const review = reviewed(rows, [], { judges })
    expect(review.warnings.at(-1)).toMatchObject({ code: 'same-name', judgeIds: ['judge0', 'judge1'] })
    const remark = listRemarks(review, names(false), [], []).at(-1)
    expect(remark).toMatchObject({ title: 'Two judges of one name? Judge judge0 and Judge judge1.', atDesk: true })
    expect(remark?.offer).toContain('merge them at the desk')
  })

  it('says when one team has several awards, and under the cover only those given by hand', () => {
    const prize = (id: string, name: string, ...entryIds: string[]) => ({
      ...{ id, name, citation: '', entryIds, entryId: entryIds[0] ?? null },
    })
    const titles = (prizes: ReviewInput['prizes'], open: boolean) =>
      listRemarks(reviewed(rows, [], { prizes }), names(open), [], [])
        .map(({ title }) => title)
        .filter((title) => title.includes('several awards'))
    const sharedPrizes = [prize('p', 'Kindest', 'entry0', 'entry2')]
    expect(titles(sharedPrizes, false)).toEqual([])
    expect(titles(sharedPrizes, true)[0]).toMatch(/^Team entry0 has several awards: .*Kindest.*Winner/)
    const two = [...sharedPrizes, prize('q', 'Boldest', 'entry2')]
    expect(titles(two, false)).toEqual(['Team entry2 has several awards: Kindest and Boldest.'])
  })
})

describe('what is too close to call', () => {
  const close = [
    [5, 4, 2, 2, 1],
    [4, 5, 2, 1, 2],
    [5, 4, 1, 3, 3],
  ]
  const joint = (...entryIds: string[]) => ({ ...vote(...entryIds), joint: true })
  function decided(rows: number[][], ...votes: ReturnType<typeof vote>[]) {
    const review = reviewed(rows, votes)
    const [ties, closes] = [findTies(review, votes), findCloseCalls(review, votes)]
    const remarks = (open: boolean) => listRemarks(review, names(open), ties, closes)
    return { review, ties, closes, remarks, titles: remarks(true).map(({ title }) => title) }
  }

  it('is offered to the chair, the form only while the order is uncovered', () => {
    const { closes, remarks } = decided(close)
    expect(closes[0]).toMatchObject({ rank: 1, entryIds: ['entry0', 'entry1'], joint: false })
    const [open] = remarks(true)
    expect(open?.offer).toContain('unless the chair names them joint here')
    expect(open?.close).toBe(closes[0])
    expect(remarks(false)[0]?.offer).toContain('(“Show the winners” brings the form)')
    for (const remark of remarks(false)) expect(remark.close).toBeUndefined()
  })

  it('stays, once named joint, a decision that can be given again, and is no tie', () => {
    const { review, ties, closes, titles, remarks } = decided(close, joint('entry0', 'entry1'))
    expect(review.standings.map(({ rank }) => rank).slice(0, 3)).toEqual([1, 1, 3])
    expect(ties.filter((tie) => tie.entryIds.includes('entry0'))).toEqual([])
    expect(closes[0]).toMatchObject({ rank: 1, entryIds: ['entry0', 'entry1'], joint: true })
    expect(titles[0]).toBe('The chair has named Team entry0 and Team entry1 joint: they share 1st place.')
    expect(remarks(true)[0]?.key).toBe(decided(close).remarks(true)[0]?.key)
    expect(remarks(false)[0]?.title).toBe('The chair has named joint what was too close to call.')
    expect(JSON.stringify(remarks(false).map(({ title, offer }) => [title, offer]))).not.toMatch(/entry[01]/)
  })

  it('includes everyone who shares a place with one of them', () => {
    const rows = [
      [5, 4, 4, 1],
      [4, 5, 5, 1],
      [5, 4, 4, 2],
    ]
    const { closes } = decided(rows)
    expect(closes[0]?.entryIds).toEqual(['entry0', 'entry1', 'entry2'])
  })

  it('leaves a plain tie to the casting vote', () => {
    expect(decided(twoTies).closes).toEqual([])
  })
})

describe('the lists of the review', () => {
  it('asks each judge for what is missing', () => {
    const review = reviewed([
      [4, 3, 2],
      [4, null, null],
    ])
    expect(listMissingByJudge(review)).toEqual([{ judgeId: 'judge1', entryIds: ['entry1', 'entry2'] }])
  })

  it('find panels that never met, and one that a single ballot connects', () => {
    const rows = [
      [4, 3, null, null],
      [null, null, 4, 2],
    ]
    expect(findGroups(reviewed(rows)).map((group) => group.judgeIds)).toEqual([['judge0'], ['judge1']])
    rows[0]![3] = 3
    expect(findGroups(reviewed(rows))).toHaveLength(1)
  })

  it('shows a judge’s furthest mark beside the others’', () => {
    const review = reviewed([
      [4, 4, 1],
      [4, 4, 5],
      [4, 4, 5],
    ])
    expect(furthestMarks(review, 'judge0', 1)).toMatchObject([{ entryId: 'entry2', mark: 1, others: 5 }])
  })
})

describe('the words of the review', () => {
  it.each([
    [0, 'Almost certainly not first'],
    [0.02, 'Almost certainly not first'],
    [0.07, 'First about 1 time in 10'],
    [0.72, 'First about 7 times in 10'],
    [0.949, 'First about 9 times in 10'],
    [0.97, 'Almost certainly first'],
    [1, 'Almost certainly first'],
    [null, 'Chance of being first unknown'],
  ])('say %s as "%s"', (chance, words) => {
    expect(chanceWords(chance)).toBe(words)
  })

  it('word a rank, a leniency and a list as people do', () => {
    expect(rankWords([1, 3])).toBe('anywhere from 1st to 3rd')
    expect(rankWords([2, 2])).toBe('almost certainly 2nd')
    expect(certaintyWords(0.7, [1, 3])).toBe('First about 7 times in 10, anywhere from 1st to 3rd')
    expect(certaintyWords(0.99, [1, 1])).toBe('Almost certainly first')
    expect(certaintyWords(0, [2, 2])).toBe('Almost certainly not first, almost certainly 2nd')
    expect(leniencyWords(0.41)).toBe('Marks 0.4 above the panel')
    expect(leniencyWords(-0.04)).toBe('Marks as the panel does')
    expect(listNames(['A', 'B', 'C'])).toBe('A, B and C')
    expect(listNames(['A', 'B', 'C', 'D'], 2)).toBe('A, B and 2 more')
  })

  it('show the effect of naming entries joint on the places', () => {
    expect(placesWords(1, 2, true)).toBe('They share the place; the next team keeps its own: 1, 1, 3.')
    expect(placesWords(3, 3, false)).toBe('They share the place: 3, 3, 3.')
  })

  it('word the chair’s decision, also when the name has been removed', () => {
    expect(chairWords('Cllr Ann Grant', true)).toBe('named joint by Cllr Ann Grant')
    expect(chairWords('Cllr Ann Grant', false)).toBe('decided by Cllr Ann Grant’s casting vote')
    expect(chairWords('The chair', false)).toBe('decided by the chair’s casting vote')
    expect(chairWordsOf({ castingVote: null, entryIds: ['a'] })).toBe('')
  })

  it('isolate a right-to-left name, so that it does not reverse the sentence', () => {
    expect(isolateName('محلے')).toBe('\u2068محلے\u2069')
    expect(isolateName('Llanfair')).toBe('Llanfair')
  })

  it('place every score inside the chart', () => {
    for (const values of [[3.4], [1, 5], [0.9, 5.3], [12, 88.5], [3, 3], []]) {
      const span = spanOf(values)
      expect(span.ticks.length).toBeGreaterThan(1)
      for (const value of values) {
        const at = Number.parseFloat(placeOn(span, value))
        expect(at).toBeGreaterThanOrEqual(3)
        expect(at).toBeLessThanOrEqual(97)
      }
    }
  })
})
