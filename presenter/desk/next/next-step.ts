import { remainingMs } from '../../../api/rules/show/timer.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'

export type NextStep =
  | 'open-doors'
  | 'show-again'
  | 'end-break'
  | 'end-showcase'
  | ShowcaseStep
  | 'call'
  | 'add-teams'
  | 'start-last'
  | 'close-scoring'

/** Before a team is called, where teams are scored in any order. */
export type ShowcaseStep = 'open-showcase' | 'after-showcase'

type Stage = Pick<StageSnapshot, 'phase' | 'scene' | 'onStage' | 'onDeck' | 'timer'>

export function nextStep(stage: Stage, chosen: boolean, showcaseStep?: ShowcaseStep): NextStep {
  if (stage.phase === 'setup') return 'open-doors'
  if (stage.scene === 'blank') return 'show-again'
  if (stage.scene === 'break') return 'end-break'
  if (stage.scene === 'showcase') return 'end-showcase'
  if (chosen) return 'call'
  if (showcaseStep && stage.onDeck) return showcaseStep
  if (stage.onDeck) return 'call'
  if (!stage.onStage) return 'add-teams'
  return stage.timer.state === 'ready' && stage.timer.part === 'talk' ? 'start-last' : 'close-scoring'
}

export function lastTeamWords({ timer }: Pick<StageSnapshot, 'timer'>, nowMs: number): string {
  if (timer.state === 'ready' && timer.part === 'talk') return 'The last team is still to start'
  const talkIsOver = timer.part === 'questions' || remainingMs(timer, nowMs) <= 0
  return talkIsOver ? 'That was the last team' : 'The last team is presenting'
}
