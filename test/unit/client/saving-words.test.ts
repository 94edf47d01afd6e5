import { describe, expect, test } from 'vitest'
import { emptyBallot } from '../../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../../api/schema/ballot.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Criterion } from '../../../api/schema/judging/criterion.ts'
import type { HeldBallot, Outbox } from '../../../web/ballot/held-ballot.ts'
import { savingOf } from '../../../web/ballot/saving.ts'
import { ownInterests } from '../../../web/judge/ballot/conflicts-of-interest.ts'
import { countedWords, outcomeOf } from '../../../web/judge/outcome.ts'

const edit = '2026-06-20T14:32:10.000Z'
const before = '2026-06-20T14:30:00.000Z'
const criterion = (id: string): Criterion => ({ id, name: id, description: '', min: 1, max: 5, weight: 1, levels: {} })
const rubric = [criterion('a'), criterion('b')]
const full = { a: 3, b: 4 }

const heldBallot = (more: Partial<HeldBallot>, scores: Record<string, number> = full): HeldBallot => ({
  paper: { ...emptyBallot('bins'), scores, editedAt: edit },
  tries: 0,
  retryAt: 0,
  ...more,
})
const saved = (more: Partial<Ballot> = {}): Ballot => ({
  ...emptyBallot('bins'),
  scores: full,
  complete: true,
  editedAt: edit,
  savedAt: edit,
  source: 'phone',
  ...more,
})
const acknowledged = heldBallot({ saved: saved(), savedEdit: edit })

describe('the state of saving', () => {
  const savingText = (box: Outbox, more: Partial<Parameters<typeof savingOf>[1]> = {}) =>
    savingOf(box, { connected: true, isStored: true, isOpen: () => true, ...more }).text

  test('claims nothing before the first tap', () => expect(savingText({})).toBe('Each tap is saved'))
  test('shows when it was saved', () => expect(savingText({ bins: acknowledged })).toMatch(/^Saved \d\d:\d\d$/))
  test('shows that it is sending', () => expect(savingText({ bins: heldBallot({ sending: edit }) })).toBe('Sending…'))
  test('shows where the taps are while there is no network', () =>
    expect(savingText({ bins: heldBallot({ tries: 2 }) }, { connected: false })).toBe(
      'Saved on this phone. It will be sent when you are back online.',
    ))
  test('warns when this phone cannot store scores', () =>
    expect(savingText({ bins: heldBallot({}) }, { isStored: false })).toMatch(/cannot keep/))
  test('shows a refusal', () =>
    expect(
      savingText({
        bins: heldBallot({ refused: { edit, code: 'x', title: 'That score is not on the scale', final: true } }),
      }),
    ).toMatch(/not sent. That score/))
  test('does not count a recusal that waits for its team to be called', () =>
    expect(
      savingText(
        { bins: { ...heldBallot({}), paper: { ...heldBallot({}).paper, recused: true } } },
        { isOpen: () => false },
      ),
    ).toBe('Each tap is saved'))
  test('explains the state of marks for a team that this phone does not know to be on stage yet', () => {
    const early = {
      damp: acknowledged,
      bins: heldBallot({ refused: { edit, code: 'not-yet-shown', title: '', final: false } }),
    }
    const isOpen = (entryId: string) => entryId !== 'bins'
    expect(savingText(early, { isOpen, connected: false })).toBe(
      'Saved on this phone. It will be sent when you are back online.',
    )
    expect(savingText(early, { isOpen })).toBe('Saved on this phone. It will be sent once the team is on stage.')
    expect(savingText(early, { isOpen, isStored: false })).toMatch(/cannot keep/)
  })
})

describe('after the close a ballot', () => {
  const lateBallot = heldBallot({ saved: saved({ editedAt: before, savedAt: before }), savedEdit: before })
  test('is counted when the server holds it complete', () =>
    expect(outcomeOf(acknowledged, rubric, rubric, true)).toEqual({ counted: true, trouble: false, words: 'Counted' }))
  test('is counted as it was, when the last change came too late', () =>
    expect(outcomeOf(lateBallot, rubric, rubric, true)).toMatchObject({ counted: true, trouble: true }))
  test('that never arrived is shown as not counted', () =>
    expect(outcomeOf(heldBallot({}), rubric, rubric, true)).toMatchObject({ counted: false, trouble: true }))
  test('for a team that was never called is shown as not counted for that reason', () =>
    expect(outcomeOf(heldBallot({}), rubric, rubric, false)).toEqual({
      counted: false,
      trouble: true,
      words: 'Not counted: this team was not called on stage',
    }))
  test('that lacks an answer is shown as not counted with the number of its answers', () =>
    expect(
      outcomeOf(
        heldBallot({ saved: saved({ complete: false, scores: { a: 3 } }), savedEdit: edit }, { a: 3 }),
        rubric,
        rubric,
        true,
      ).words,
    ).toBe('Not counted: 1 of 2 questions answered'))
  test('that answers the rubric and not the question of a challenge counts for the places, and says so', () => {
    const held = heldBallot(
      { saved: saved({ complete: false, scores: { a: 3, b: 4 } }), savedEdit: edit },
      { a: 3, b: 4 },
    )
    const [question] = rubric
    expect(outcomeOf(held, [...rubric, { ...question!, id: 'own' }], rubric, true)).toEqual({
      ...{ counted: true, trouble: true, words: 'Counted, with a question left open' },
    })
  })
  test('that was never begun is no trouble', () =>
    expect(outcomeOf(undefined, rubric, rubric, true).trouble).toBe(false))
  test('goes into one sentence with the others', () => {
    expect(countedWords(8)).toBe('Your 8 scores were counted.')
    expect(countedWords(1)).toBe('Your score was counted.')
  })
})

test("a judge's own organisation is found whatever the case and the spaces", () => {
  const entry = (id: string, organisations: string[]) => ({ id, organisations }) as Entry
  const entries = [entry('a', [' Birmingham  City COUNCIL ']), entry('b', ['Dudley']), entry('c', [])]
  expect(ownInterests(entries, 'birmingham city council').map((entry) => entry.id)).toEqual(['a'])
  expect(ownInterests(entries, '  ')).toEqual([])
})
