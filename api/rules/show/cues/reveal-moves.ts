import { refuse } from '../../refusal.ts'
import type { Show } from '../show.ts'
import type { Moves } from './move.ts'

export const revealMoves: Pick<Moves, 'start-reveal' | 'reveal-next' | 'reveal-back' | 'publish'> = {
  'start-reveal': {
    from: ['closed', 'revealing'],
    apply: (show, _cue, context) => {
      if (show.phase === 'revealing') return show
      if (context.revealSteps === 0) refuse('no-result')
      return {
        ...show,
        phase: 'revealing',
        scene: 'reveal',
        pause: null,
        message: null,
        reveal: { step: 0, of: context.revealSteps },
      }
    },
  },
  'reveal-next': {
    from: ['revealing'],
    apply: (show) => {
      if (show.reveal.step >= show.reveal.of) refuse('all-shown')
      return showStep(show, show.reveal.step + 1)
    },
  },
  'reveal-back': {
    from: ['revealing'],
    apply: (show) => {
      if (show.reveal.step === 0) refuse('none-shown')
      return showStep(show, show.reveal.step - 1)
    },
  },
  publish: {
    from: ['revealing', 'final'],
    apply: (show) => {
      if (show.phase === 'final') return show
      if (show.reveal.step < show.reveal.of) refuse('not-all-shown')
      return { ...show, phase: 'final', scene: 'winners' }
    },
  },
}

function showStep(show: Show, step: number): Show {
  return { ...show, scene: step === show.reveal.of ? 'winners' : 'reveal', reveal: { ...show.reveal, step } }
}
