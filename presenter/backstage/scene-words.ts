import type { Scene, StageSnapshot } from '../../api/schema/stage.ts'
import { clockTime } from '../../web/core/words/clock-time.ts'

type Words = (stage: StageSnapshot) => string

const onNow: Words = (stage) => stage.onStage?.team ?? 'Nobody is on stage yet'

const words: Record<Scene, Words> = {
  welcome: () => 'The doors are open',
  showcase: ({ showcase }) =>
    showcase?.untilAt ? `Showcase until ${clockTime(Date.parse(showcase.untilAt))}` : 'The showcase is on',
  'on-stage': onNow,
  'own-laptop': (stage) => `${onNow(stage)}, on their own laptop`,
  scoring: (stage) => `Judges are scoring ${stage.onStage?.team ?? ''}`,
  break: (stage) => (stage.pause?.untilAt ? `Break until ${clockTime(Date.parse(stage.pause.untilAt))}` : 'Break'),
  deciding: () => 'The judges are deciding',
  reveal: () => 'The result',
  winners: () => 'The winners',
  blank: () => 'The stage is dark',
}

export function sceneWords(stage: StageSnapshot, isShowcaseOver: boolean): string {
  if (stage.phase === 'live' && stage.scene === 'welcome' && isShowcaseOver) return 'The showcase is over'
  return stage.phase === 'setup' ? 'The doors are not open yet' : words[stage.scene](stage)
}
