import { describe, expect, it } from 'vitest'
import { cue } from '../../../api/schema/cue.ts'
import { eventChanges } from '../../../api/schema/event.ts'
import { type BallotEdit, type HistoryLine, recordedChanges } from '../../../api/schema/history.ts'
import { calledAt, lengthWords } from '../../../web/core/words/duration-words.ts'
import { editsByJudge, editWords } from '../../../web/history/history-edits.ts'
import { type HistoryNames, historyWords, sentences } from '../../../web/history/history-words.ts'
import { settings } from '../../../web/history/setting-words.ts'

const at = '2026-06-20T15:30:00.000Z'
const names = (open = true): HistoryNames => ({
  ...{ team: (id) => `Team ${id}`, judge: (id) => `Judge ${id}`, calledAt: () => undefined, open },
})
const say = (what: string, detail: HistoryLine['detail'] = {}, open = true) =>
  historyWords({ at, version: 1, what, detail }, names(open))

describe('the history', () => {
  it('has a sentence for everything that the server records, and no other', () => {
    const cues = cue.options.map((option) => option.shape.cue.value)
    // The cue `back` and a judge's return share a name.
    const changes = recordedChanges.map((what) => (what === 'back' ? 'judge-back' : what))
    expect([...cues, ...changes].sort()).toEqual(Object.keys(sentences).sort())
  })

  it('has words for everything that can be changed about an event', () => {
    expect(Object.keys(settings).sort()).toEqual(Object.keys(eventChanges.shape).sort())
  })

  it.each(Object.keys(sentences))('has a sentence for %s even without details', (what) => {
    for (const open of [true, false]) {
      const words = say(what, {}, open)
      expect(words).toMatch(/^[A-Z“\d]/)
      expect(words).not.toMatch(/undefined|NaN|null/)
    }
  })

  const lines: [string, HistoryLine['detail'], string][] = [
    ['call', { cue: 'call', entryId: 'a' }, 'Team a was called on stage'],
    ['next', { cue: 'next' }, 'The next team was called on stage'],
    ['back', { cue: 'back' }, 'The team before was called on stage'],
    ['back', { judgeId: 'j', name: 'R. Ahmed' }, 'R. Ahmed came back'],
    ['remove', { judgeId: 'j', name: 'R. Ahmed' }, 'R. Ahmed was removed from the panel'],
    ['remove', { judgeId: 'j' }, 'Judge j was removed from the panel'],
    ['copy-paper', { judgeId: 'j', entryId: 'a' }, 'A ballot of Judge j for Team a was copied from paper'],
    [
      'judge-links',
      { count: 15, stopEarlier: false },
      'New personal links were made for 15 judges; the earlier ones still work',
    ],
    [
      'team-links',
      { count: 1, stopEarlier: true },
      'New personal links were made for 1 team; the earlier ones stopped working',
    ],
    ['remote-link', {}, 'A remote control was made'],
    ['links-sent', { judges: 2, teams: 1 }, 'Links were marked as sent: 2 judges and 1 team'],
    ['links-sent', { judges: 0, teams: 3 }, 'Links were marked as sent: 3 teams'],
    ['add-time', { seconds: 60 }, 'The time was extended by 1 minute'],
    ['add-time', { seconds: -30 }, 'The time was cut by 30 seconds'],
    ['start-timer', { part: 'questions' }, 'The time for questions began'],
    ['break', { message: 'Tea' }, 'A break began: “Tea”'],
    ['message', { text: 'Please sit' }, 'The stage showed a message: “Please sit”'],
    ['message', { text: '' }, 'The message was removed from the stage'],
    ['publish', { by: 'Ann Grant' }, 'The result was published, released by Ann Grant'],
    [
      'change-event',
      { places: 2, venue: 'Hall' },
      'The event was changed: how many places are announced and where it is',
    ],
    ['change-rubric', { criteria: [{ name: 'Use' }, { name: 'Show' }] }, 'The rubric was changed: Use and Show'],
    [
      'set-prizes',
      {
        prizes: [
          { name: 'Kindest', entryId: 'a' },
          { name: 'Boldest', entryId: null },
        ],
      },
      'The prizes given by hand were set: Kindest to Team a and Boldest',
    ],
    [
      'casting-vote',
      { entryIds: ['b', 'a'], by: 'Cllr Grant', reason: 'Nearer to residents', joint: false },
      'Decided by Cllr Grant’s casting vote, Team b before Team a: “Nearer to residents”',
    ],
    [
      'casting-vote',
      { entryIds: ['b', 'a'], by: 'Cllr Grant', reason: 'A hair', joint: true },
      'Named joint by Cllr Grant, Team b and Team a: “A hair”',
    ],
    ['teleport', {}, 'Something else was done (teleport)'],
  ]
  it.each(lines)('words %s of %j', (what, detail, words) => {
    expect(say(what, detail)).toBe(words)
  })

  it('names no team that was honoured before the result is published', () => {
    const prizes = [{ name: 'Kindest', entryId: 'a' }]
    expect(say('set-prizes', { prizes }, false)).not.toContain('Team')
    for (const joint of [true, false])
      expect(say('casting-vote', { entryIds: ['a', 'b'], by: 'Cllr Grant', joint }, false)).not.toContain('Team')
    expect(say('casting-vote', { by: 'Cllr Grant' }, false)).toBe('Cllr Grant decided a tie')
  })

  it('names the team that was called by "next" where exactly one was at that moment', () => {
    const entries = [
      { team: 'A', calledAt: at },
      { team: 'B', calledAt: '2026-06-20T15:36:00.000Z' },
      { team: 'C', calledAt: null },
    ]
    expect(calledAt(entries, '2026-06-20T15:30:00.200Z')).toBe('A')
    expect(calledAt(entries, '2026-06-20T15:33:00.000Z')).toBeUndefined()
    expect(calledAt([...entries, { team: 'D', calledAt: at }], at)).toBeUndefined()
    expect(lengthWords(90)).toBe('90 seconds')
  })
})

describe('the edits of a ballot', () => {
  const criteria = [
    { id: 'use', name: 'Use' },
    { id: 'show', name: 'Show' },
  ]
  const edit = (changes: Partial<BallotEdit>): BallotEdit => ({
    ...{ judgeId: 'j', entryId: 'a', scores: {}, comment: '', recused: false, editedAt: at, savedAt: at },
    source: 'phone',
    ...changes,
  })

  const cases: [string, Partial<BallotEdit>, Partial<BallotEdit> | undefined, string][] = [
    ['a first tap', { scores: { use: 4 } }, undefined, '“Use” 4'],
    ['a change', { scores: { use: 5, show: 2 } }, { scores: { use: 4 } }, '“Use” from 4 to 5, “Show” 2'],
    ['a score taken back', {}, { scores: { use: 4 } }, '“Use” removed'],
    ['a comment', { comment: 'Kind' }, undefined, 'a comment written'],
    ['a recusal', { recused: true }, { recused: false }, 'stepped aside'],
    ['its end', { recused: false }, { recused: true }, 'no longer stepped aside'],
    ['nothing', {}, {}, 'saved again unchanged'],
  ]
  it.each(cases)('say %s', (_, now, before, words) => {
    expect(editWords(edit(now), before && edit(before), criteria)).toBe(words)
  })

  it('say that a tap waited for a connection', () => {
    const lateEdit = edit({ scores: { use: 4 }, savedAt: '2026-06-20T15:33:00.000Z' })
    expect(editWords(lateEdit, undefined, criteria)).toContain('held on the phone')
  })

  it('mark a ballot that was copied from paper, and never call it late', () => {
    const copied = edit({ scores: { use: 4 }, source: 'paper', savedAt: '2026-06-20T15:33:00.000Z' })
    expect(editWords(copied, undefined, criteria)).toBe('“Use” 4 (copied from paper by the organiser)')
  })

  it('are gathered by judge, each beside the edit of the same ballot before it', () => {
    const edits = [
      edit({ scores: { use: 1 } }),
      edit({ judgeId: 'k', scores: { use: 5 } }),
      edit({ entryId: 'b', scores: { use: 2 } }),
      edit({ scores: { use: 3 } }),
    ]
    const found = editsByJudge(edits, criteria)
    expect([...found.keys()]).toEqual(['j', 'k'])
    expect(found.get('j')?.map(({ entryId, words }) => [entryId, words])).toEqual([
      ['a', '“Use” 1'],
      ['b', '“Use” 2'],
      ['a', '“Use” from 1 to 3'],
    ])
  })
})
