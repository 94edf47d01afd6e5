import type { TimerView } from '../../api/rules/show/timer.ts'
import type { StageTimer } from '../../api/schema/stage.ts'
import { durationWords } from './words.ts'

export function clockWord(timer: StageTimer, view: TimerView): string {
  const questions = timer.part === 'questions'
  if (timer.state === 'paused') return view.level === 'over' ? 'Over time, paused' : 'Paused'
  if (view.word) return questions ? `Questions: ${view.word.toLowerCase()}` : view.word
  const planned = durationWords(timer.plannedMs)
  if (timer.state === 'ready') return questions ? `${planned} for questions` : `${planned} to present`
  return questions ? 'left for questions' : `of ${planned} left`
}
