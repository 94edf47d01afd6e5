import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../api/schema/entry.ts'
import { phase } from '../../../api/schema/event.ts'
import { type StageSnapshot, scene } from '../../../api/schema/stage.ts'
import { answer, expectedWords } from '../../../presenter/desk/keys/key-bindings.ts'
import { lastTeamWords, nextStep } from '../../../presenter/desk/next-step.ts'

const entry = (id: string): Entry => ({
  id,
  title: id,
  team: id,
  summary: '',
  organisations: [],
  members: [],
  link: '',
  picture: null,
  talkSeconds: null,
  questionsSeconds: null,
  skipped: false,
  warmUp: false,
  calledAt: null,
  slot: 1,
  shown: false,
})

const live: StageSnapshot = {
  version: 1,
  phase: 'live',
  scene: 'on-stage',
  onStage: entry('a'),
  onDeck: entry('b'),
  onDeckReady: false,
  slots: 2,
  timer: { state: 'ready', part: 'talk', plannedMs: 240_000 },
  scoring: { open: true, in: 6, of: 6 },
  reveal: { step: 0, of: 0, shown: [] },
  message: null,
  pause: null,
  lineUpVersion: 1,
  rehearsal: false,
  now: '2026-06-20T15:00:00Z',
}
const standing = (
  stage: Partial<StageSnapshot> = {},
  more: { expected?: string[]; again?: boolean; chosen?: Entry } = {},
) => ({
  stage: { ...live, ...stage },
  expected: [],
  chosen: undefined,
  again: false,
  ...more,
})
const oneMissing = { scoring: { open: true, in: 5, of: 6 } }

describe('next', () => {
  it('goes at once when every judge is in', () => {
    expect(answer('next', standing())).toEqual({ cue: { cue: 'next' } })
  })

  it('goes at once when there is nobody to wait for', () => {
    expect(answer('next', standing({ scoring: { open: true, in: 0, of: 0 } }))).toEqual({ cue: { cue: 'next' } })
  })

  it('goes at once while only judges are missing who did not score the team before', () => {
    expect(answer('next', standing(oneMissing))).toEqual({ cue: { cue: 'next' } })
  })

  it('is held back once for a judge who scored the team before and not this one', () => {
    const held = answer('next', standing(oneMissing, { expected: ['R. Ahmed'] }))
    expect(held).toEqual({
      hold: 'R. Ahmed scored the team before and not this one yet. Press again to go on anyway.',
    })
  })

  it('is not held back in a break', () => {
    const pressed = answer('next', standing({ ...oneMissing, scene: 'break' }, { expected: ['R. Ahmed'] }))
    expect(pressed).not.toHaveProperty('hold')
  })

  it('goes on anyway when it comes again', () => {
    const again = answer('next', standing(oneMissing, { expected: ['R. Ahmed'], again: true }))
    expect(again).toEqual({ cue: { cue: 'next' } })
  })

  it('calls the entry that was chosen out of turn', () => {
    expect(answer('next', standing({}, { chosen: entry('z') }))).toEqual({ cue: { cue: 'call', entryId: 'z' } })
  })

  it('calls the first team without waiting for anybody', () => {
    expect(answer('next', standing({ onStage: null, scene: 'welcome', ...oneMissing }))).toEqual({
      cue: { cue: 'next' },
    })
  })

  it('stops at the last team', () => {
    expect(answer('next', standing({ onDeck: null }))).toHaveProperty('say')
  })

  it('only brings the picture back while the stage is dark', () => {
    expect(answer('next', standing({ scene: 'blank' }))).toEqual({ cue: { cue: 'resume' } })
  })

  it('uncovers one step in the reveal, and nothing after the last', () => {
    const reveal = { step: 2, of: 9, shown: [] }
    expect(answer('next', standing({ phase: 'revealing', scene: 'reveal', reveal }))).toEqual({
      cue: { cue: 'reveal-next' },
    })
    const all = { step: 9, of: 9, shown: [] }
    expect(answer('next', standing({ phase: 'revealing', scene: 'winners', reveal: all }))).toHaveProperty('say')
  })
})

describe('the other keys', () => {
  it('back leaves an interlude before it leaves the team', () => {
    expect(answer('back', standing({ scene: 'scoring' }))).toEqual({ cue: { cue: 'resume' } })
    expect(answer('back', standing())).toEqual({ cue: { cue: 'back' } })
  })

  it('space starts, pauses, and says why it cannot', () => {
    const running = { ...live.timer, state: 'running' as const, endsAt: '2026-06-20T15:04:00Z' }
    expect(answer('start-pause', standing())).toEqual({ cue: { cue: 'start-timer' } })
    expect(answer('start-pause', standing({ timer: running }))).toEqual({ cue: { cue: 'pause-timer' } })
    expect(answer('start-pause', standing({ onStage: null }))).toHaveProperty('say')
    expect(answer('start-pause', standing({ phase: 'revealing' }))).toHaveProperty('say')
  })

  it('space ends a break, and the minutes move its end', () => {
    const onBreak = { scene: 'break' as const, pause: { message: 'Tea', untilAt: '2026-06-20T15:10:00.000Z' } }
    expect(answer('start-pause', standing(onBreak))).toEqual({ cue: { cue: 'resume' } })
    expect(answer('start-pause', standing({ ...onBreak, phase: 'closed' }))).toEqual({ cue: { cue: 'resume' } })
    expect(answer('more-time', standing(onBreak))).toEqual({
      cue: { cue: 'break', message: 'Tea', untilAt: '2026-06-20T15:11:00.000Z' },
    })
    expect(answer('less-time', standing({ ...onBreak, pause: { message: '', untilAt: null } }))).toHaveProperty('say')
    expect(answer('questions', standing(onBreak))).toHaveProperty('say')
  })

  it('a minute is sixty seconds, either way', () => {
    expect(answer('more-time', standing())).toEqual({ cue: { cue: 'add-time', seconds: 60 } })
    expect(answer('less-time', standing())).toEqual({ cue: { cue: 'add-time', seconds: -60 } })
  })

  it('blank and code go there and back', () => {
    expect(answer('blank', standing())).toEqual({ cue: { cue: 'blank' } })
    expect(answer('blank', standing({ scene: 'blank' }))).toEqual({ cue: { cue: 'resume' } })
    expect(answer('code', standing())).toEqual({ cue: { cue: 'open-scoring' } })
    expect(answer('code', standing({ scene: 'scoring' }))).toEqual({ cue: { cue: 'resume' } })
  })

  it('undo is asked of the server, which knows what can be taken back', () => {
    expect(answer('undo', standing())).toEqual({ cue: { cue: 'undo' } })
    expect(answer('undo', standing({ phase: 'final', scene: 'winners' }))).toEqual({ cue: { cue: 'undo' } })
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
          const reply = answer(
            press,
            standing(
              {
                phase: inPhase,
                scene: inScene,
                onStage: onStage ? live.onStage : null,
                reveal: { step, of: 3, shown: [] },
              },
              { again },
            ),
          )
          if ('cue' in reply) expect(deliberate).not.toContain(reply.cue.cue)
        },
      ),
    )
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

  it('is the way out of a break or a blank before anything else', () => {
    expect(nextStep({ ...live, scene: 'break' }, false)).toBe('end-break')
    expect(nextStep({ ...live, scene: 'blank' }, true)).toBe('show-again')
    expect(nextStep({ ...live, onDeck: null }, true)).toBe('call')
    expect(nextStep({ ...live, onStage: null, onDeck: null }, false)).toBe('add-teams')
  })
})

it('names three expected judges at most', () => {
  expect(expectedWords(['A', 'B', 'C', 'D', 'E'])).toBe(
    'A, B, C and 2 more scored the team before and not this one yet.',
  )
})
