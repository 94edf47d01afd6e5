import { remainingMs } from '../../api/rules/show/timer.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'

export type NextStep =
  | 'open-doors'
  | 'show-again'
  | 'end-break'
  | 'end-showcase'
  | 'call'
  | 'add-teams'
  | 'start-last'
  | 'close-scoring'

type Stage = Pick<StageSnapshot, 'phase' | 'scene' | 'onStage' | 'onDeck' | 'timer'>

export function nextStep(stage: Stage, chosen: boolean): NextStep {
  if (stage.phase === 'setup') return 'open-doors'
  if (stage.scene === 'blank') return 'show-again'
  if (stage.scene === 'break') return 'end-break'
  if (stage.scene === 'showcase') return 'end-showcase'
  if (chosen || stage.onDeck) return 'call'
  if (!stage.onStage) return 'add-teams'
  return stage.timer.state === 'ready' && stage.timer.part === 'talk' ? 'start-last' : 'close-scoring'
}

export function lastTeamWords({ timer }: Pick<StageSnapshot, 'timer'>, nowMs: number): string {
  if (timer.state === 'ready' && timer.part === 'talk') return 'The last team is still to start'
  const talkIsOver = timer.part === 'questions' || remainingMs(timer, nowMs) <= 0
  return talkIsOver ? 'That was the last team' : 'The last team is presenting'
}
