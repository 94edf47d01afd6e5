import { describe, expect, it } from 'vitest'
import { applyCue, freshShow } from '../../../api/rules/show/apply-cue.ts'
import { type StageParts, stageSnapshot } from '../../../api/rules/show/stage.ts'
import { scene } from '../../../api/schema/stage.ts'
import { teamOnAir } from '../../../presenter/overlay/on-air.ts'

const entry = { id: 'a', team: 'Form Filler' } as StageParts['entries'][number]
const context = {
  ...{ entryIds: ['a'], skippedIds: [], showcaseIds: [], onStageHasBallots: false, revealSteps: 3, nowMs: 0 },
  ...{ talkMs: () => 60_000, questionsMs: () => 60_000, deck: () => ({ pages: 0, everyMs: null }) },
}

describe('the overlay', () => {
  const show = applyCue(applyCue(freshShow(60_000), { cue: 'open-doors' }, context), { cue: 'next' }, context)
  const rest = { slug: 's', version: 1, rehearsal: false, lineUpVersion: 1, in: 0, of: 0, steps: [] }
  const snapshot = stageSnapshot({ ...rest, show, entries: [{ ...entry, skipped: false, warmUp: false }] }, 0)

  it('shows the team while it presents and while judges score it, and nothing in any other scene', () => {
    const onAir = scene.options.filter((name) => teamOnAir({ ...snapshot, scene: name }) !== undefined)
    expect(onAir).toEqual(['on-stage', 'own-laptop', 'scoring'])
  })

  it('is empty in every other phase, although a team is still on stage', () => {
    for (const phase of ['setup', 'closed', 'revealing', 'final'] as const)
      expect(teamOnAir({ ...snapshot, phase })).toBeUndefined()
  })
})
