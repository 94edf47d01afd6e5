import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../api/schema/entry.ts'
import { phase } from '../../../api/schema/event.ts'
import { type StageSnapshot, scene } from '../../../api/schema/stage.ts'
import { actionFor, expectedWords } from '../../../presenter/desk/keys/key-bindings.ts'
import { lastTeamWords, nextStep } from '../../../presenter/desk/next/next-step.ts'

const entry = (id: string): Entry => ({
  id,
  code: 'AA',
  title: id,
  team: id,
  summary: '',
  organisations: [],
  members: [],
  link: '',
  picture: null,
  slides: null,
  pageSeconds: null,
  film: null,
  talkSeconds: null,
  questionsSeconds: null,
  skipped: false,
  warmUp: false,
  calledAt: null,
  slot: 1,
  shown: false,
  open: false,
  table: '',
})

const live: StageSnapshot = {
  version: 1,
  phase: 'live',
  scene: 'on-stage',
  onStage: entry('a'),
  onDeck: entry('b'),
  interruptedIds: [],
  onDeckReady: false,
  slots: 2,
  timer: { state: 'ready', part: 'talk', plannedMs: 240_000 },
  scoring: { open: true, in: 6, of: 6 },
  reveal: { step: 0, of: 0, shown: [] },
  message: null,
  pause: null,
  showcase: null,
  slides: null,
  introduced: false,
  film: null,
  lineUpVersion: 1,
  rehearsal: false,
  now: '2026-06-20T15:00:00Z',
}
const deskState = (
  stage: Partial<StageSnapshot> = {},
  more: { expectedJudges?: string[]; isRepeat?: boolean; chosen?: Entry; hasFilm?: boolean; filmShown?: boolean } = {},
) => ({
  stage: { ...live, ...stage },
  expectedJudges: [],
  chosen: undefined,
  hasFilm: false,
  filmShown: Boolean(stage.film),
  isRepeat: false,
  nowMs: Date.parse(live.now),
  ...more,
})
const oneMissing = { scoring: { open: true, in: 5, of: 6 } }

describe('next', () => {
  it('is sent at once when every judge is in', () => {
    expect(actionFor('next', deskState())).toEqual({ cue: { cue: 'next' } })
  })

  it('is sent at once when nobody is missing', () => {
    expect(actionFor('next', deskState({ scoring: { open: true, in: 0, of: 0 } }))).toEqual({ cue: { cue: 'next' } })
  })

  it('is sent at once while only judges are missing who did not score the team before', () => {
    expect(actionFor('next', deskState(oneMissing))).toEqual({ cue: { cue: 'next' } })
  })

  it('needs a second press for a judge who scored the team before and not this one', () => {
    const firstReply = actionFor('next', deskState(oneMissing, { expectedJudges: ['R. Ahmed'] }))
    expect(firstReply).toEqual({
      confirm: 'R. Ahmed scored the team before and not this one yet. Press again to go on anyway.',
    })
  })

  it('needs no second press in a break', () => {
    const pressed = actionFor('next', deskState({ ...oneMissing, scene: 'break' }, { expectedJudges: ['R. Ahmed'] }))
    expect(pressed).not.toHaveProperty('confirm')
  })

  it('is sent at the second press', () => {
    const again = actionFor('next', deskState(oneMissing, { expectedJudges: ['R. Ahmed'], isRepeat: true }))
    expect(again).toEqual({ cue: { cue: 'next' } })
  })

  it('calls the entry that was chosen out of turn', () => {
    expect(actionFor('next', deskState({}, { chosen: entry('z') }))).toEqual({ cue: { cue: 'call', entryId: 'z' } })
  })

  it('calls the first team without waiting for anybody', () => {
    expect(actionFor('next', deskState({ onStage: null, scene: 'welcome', ...oneMissing }))).toEqual({
      cue: { cue: 'next' },
    })
  })

  it('stops at the last team', () => {
    expect(actionFor('next', deskState({ onDeck: null }))).toHaveProperty('notice')
  })

  it('only shows the stage again while it is dark', () => {
    expect(actionFor('next', deskState({ scene: 'blank' }))).toEqual({ cue: { cue: 'resume' } })
  })

  it('shows one step of the reveal, and nothing after the last', () => {
    const reveal = { step: 2, of: 9, shown: [] }
    expect(actionFor('next', deskState({ phase: 'revealing', scene: 'reveal', reveal }))).toEqual({
      cue: { cue: 'reveal-next' },
    })
    const all = { step: 9, of: 9, shown: [] }
    expect(actionFor('next', deskState({ phase: 'revealing', scene: 'winners', reveal: all }))).toHaveProperty('notice')
  })
})

describe('the other keys', () => {
  it('back ends a break, a blank, a team’s own laptop or the large code before it calls the team before', () => {
    expect(actionFor('back', deskState({ scene: 'scoring' }))).toEqual({ cue: { cue: 'resume' } })
    expect(actionFor('back', deskState({ scene: 'own-laptop' }))).toEqual({ cue: { cue: 'resume' } })
    expect(actionFor('back', deskState())).toEqual({ cue: { cue: 'back' } })
  })

  it('space starts, pauses, and gives a reason why it cannot', () => {
    const running = { ...live.timer, state: 'running' as const, endsAt: '2026-06-20T15:04:00Z' }
    expect(actionFor('start-pause', deskState())).toEqual({ cue: { cue: 'start-timer' } })
    expect(actionFor('start-pause', deskState({ timer: running }))).toEqual({ cue: { cue: 'pause-timer' } })
    expect(actionFor('start-pause', deskState({ onStage: null }))).toHaveProperty('notice')
    expect(actionFor('start-pause', deskState({ phase: 'revealing' }))).toHaveProperty('notice')
  })

  it('space ends a break, and the minutes move its end', () => {
    const onBreak = { scene: 'break' as const, pause: { message: 'Tea', untilAt: '2026-06-20T15:10:00.000Z' } }
    expect(actionFor('start-pause', deskState(onBreak))).toEqual({ cue: { cue: 'resume' } })
    expect(actionFor('start-pause', deskState({ ...onBreak, phase: 'closed' }))).toEqual({ cue: { cue: 'resume' } })
    expect(actionFor('more-time', deskState(onBreak))).toEqual({
      cue: { cue: 'break', message: 'Tea', untilAt: '2026-06-20T15:11:00.000Z' },
    })
    expect(actionFor('less-time', deskState({ ...onBreak, pause: { message: '', untilAt: null } }))).toHaveProperty(
      'notice',
    )
    expect(actionFor('questions', deskState(onBreak))).toHaveProperty('notice')
  })

  it('slides toggles, and gives a reason where a team has none', () => {
    const withSlides = { onStage: { ...entry('a'), slides: { pages: 3, version: 'deck' } } }
    expect(actionFor('slides', deskState())).toHaveProperty('notice')
    expect(actionFor('slides', deskState(withSlides))).toEqual({ cue: { cue: 'show-slides' } })
    const shown = { ...withSlides, slides: { page: 2, of: 3, turns: null } }
    expect(actionFor('slides', deskState(shown))).toEqual({ cue: { cue: 'hide-slides' } })
  })

  it('a minute is sixty seconds, either way', () => {
    expect(actionFor('more-time', deskState())).toEqual({ cue: { cue: 'add-time', seconds: 60 } })
    expect(actionFor('less-time', deskState())).toEqual({ cue: { cue: 'add-time', seconds: -60 } })
  })

  it('blank and code toggle', () => {
    expect(actionFor('blank', deskState())).toEqual({ cue: { cue: 'blank' } })
    expect(actionFor('blank', deskState({ scene: 'blank' }))).toEqual({ cue: { cue: 'resume' } })
    expect(actionFor('code', deskState())).toEqual({ cue: { cue: 'open-scoring' } })
    expect(actionFor('code', deskState({ scene: 'scoring' }))).toEqual({ cue: { cue: 'resume' } })
  })

  it('undo is left to the server, which knows what can be undone', () => {
    expect(actionFor('undo', deskState())).toEqual({ cue: { cue: 'undo' } })
    expect(actionFor('undo', deskState({ phase: 'final', scene: 'winners' }))).toEqual({ cue: { cue: 'undo' } })
  })

  it('no key, in any phase and scene, closes, reopens, starts the reveal or publishes', () => {
    const presses = [
      'next',
      'back',
      'start-pause',
      'questions',
      'more-time',
      'less-time',
      'undo',
      'blank',
      'code',
    ] as const
    const deliberate = ['close-scoring', 'reopen-scoring', 'start-reveal', 'publish']
    fc.assert(
      fc.property(
        fc.constantFrom(...presses),
        fc.constantFrom(...phase.options),
        fc.constantFrom(...scene.options),
        fc.boolean(),
        fc.boolean(),
        fc.nat({ max: 3 }),
        (press, inPhase, inScene, onStage, again, step) => {
          const reply = actionFor(
            press,
            deskState(
              {
                phase: inPhase,
                scene: inScene,
                onStage: onStage ? live.onStage : null,
                reveal: { step, of: 3, shown: [] },
              },
              { isRepeat: again },
            ),
          )
          if ('cue' in reply) expect(deliberate).not.toContain(reply.cue.cue)
        },
      ),
    )
  })
})

describe('next within the hand-over', () => {
  const calledAt = '2026-06-20T14:59:57Z'
  const justCalled = { onStage: { ...entry('a'), calledAt } }

  it('skips the introduction, and so passes over no team that was just called', () => {
    const skip = { cue: { cue: 'skip-introduction' } }
    expect(actionFor('next', deskState(justCalled))).toEqual(skip)
    expect(actionFor('next', deskState(justCalled, { isRepeat: true }))).toEqual(skip)
    expect(actionFor('next', deskState({ ...justCalled, introduced: true }))).toEqual({ cue: { cue: 'next' } })
  })

  it('calls at once a team that was chosen, and after the hand-over', () => {
    expect(actionFor('next', deskState(justCalled, { chosen: entry('z') }))).toHaveProperty('cue')
    const earlier = { onStage: { ...entry('a'), calledAt: '2026-06-20T14:59:54Z' } }
    expect(actionFor('next', deskState(earlier))).toEqual({ cue: { cue: 'next' } })
  })

  it('leaves the clock to the key that starts it', () => {
    expect(actionFor('start-pause', deskState(justCalled))).toEqual({ cue: { cue: 'start-timer' } })
  })
})

describe('the next step', () => {
  it('is never the close while the last team is still to start', () => {
    const last = { ...live, onDeck: null }
    expect(nextStep(last, false)).toBe('start-last')
    expect(lastTeamWords(last, 0)).toBe('The last team is still to start')
    const nowMs = Date.parse('2026-06-20T15:00:00Z')
    const running = (endsAt: string) => ({ ...last, timer: { ...live.timer, state: 'running' as const, endsAt } })
    expect(nextStep(running('2026-06-20T15:04:00Z'), false)).toBe('close-scoring')
    expect(lastTeamWords(running('2026-06-20T15:04:00Z'), nowMs)).toBe('The last team is presenting')
    expect(lastTeamWords(running('2026-06-20T14:59:00Z'), nowMs)).toBe('That was the last team')
  })

  it('ends a break or a blank before anything else', () => {
    expect(nextStep({ ...live, scene: 'break' }, false)).toBe('end-break')
    expect(nextStep({ ...live, scene: 'blank' }, true)).toBe('show-again')
    expect(nextStep({ ...live, onDeck: null }, true)).toBe('call')
    expect(nextStep({ ...live, onStage: null, onDeck: null }, false)).toBe('add-teams')
    expect(nextStep(live, false, 'after-showcase')).toBe('after-showcase')
    expect(nextStep(live, true, 'after-showcase')).toBe('call')
    expect(nextStep({ ...live, scene: 'showcase' }, false, 'after-showcase')).toBe('end-showcase')
  })
})

it('names three expected judges at most', () => {
  expect(expectedWords(['A', 'B', 'C', 'D', 'E'])).toBe(
    'A, B, C and 2 more scored the team before and not this one yet.',
  )
})
