import type { Criterion } from '../../api/schema/event.ts'
import { typedScore } from './typed-score.ts'

/** Number keys on a question's scale: the step that was typed is chosen, and the next question gets the keyboard. */
export function createDigits(criteria: () => Criterion[], score: (criterionId: string, value: number) => void) {
  let typed = ''
  let on: Element | null = null

  return (e: KeyboardEvent) => {
    const scale = (e.target as Element).closest('.scale')
    if (!scale || !/^[0-9]$/.test(e.key) || e.ctrlKey || e.metaKey || e.altKey) return
    const scales = [...(e.currentTarget as Element).querySelectorAll('.scale')]
    const criterion = criteria()[scales.indexOf(scale)]
    if (!criterion) return
    e.preventDefault()
    typed = on === scale ? typed + e.key : e.key
    on = scale
    let meant = typedScore(typed, criterion)
    // Digits that name nothing together may still begin anew.
    if (meant.score === undefined && meant.whole === false && typed.length > 1) {
      typed = e.key
      meant = typedScore(typed, criterion)
    }
    if (meant.score === undefined) return
    score(criterion.id, meant.score)
    if (meant.whole) {
      on = null
      const next = scales[scales.indexOf(scale) + 1]
      const radio = next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input')
      ;(radio ?? scale.querySelector<HTMLElement>(`input[value="${meant.score}"]`))?.focus()
    }
  }
}
