import type { Criterion } from '../../api/schema/judging/criterion.ts'
import { typedScore } from './typed-score.ts'

export function createDigitKeys(criteria: () => Criterion[], score: (criterionId: string, value: number) => void) {
  let typed = ''
  let typedOn: Element | null = null

  return (e: KeyboardEvent) => {
    const scale = (e.target as Element).closest('[data-scale]')
    if (!scale || !/^[0-9]$/.test(e.key) || e.ctrlKey || e.metaKey || e.altKey) return
    const scales = [...(e.currentTarget as Element).querySelectorAll('[data-scale]')]
    const criterion = criteria()[scales.indexOf(scale)]
    if (!criterion) return
    e.preventDefault()
    typed = typedOn === scale ? typed + e.key : e.key
    typedOn = scale
    let match = typedScore(typed, criterion)
    if (match.score === undefined && match.whole === false && typed.length > 1) {
      typed = e.key
      match = typedScore(typed, criterion)
    }
    if (match.score === undefined) return
    score(criterion.id, match.score)
    if (match.whole) {
      typedOn = null
      const next = scales[scales.indexOf(scale) + 1]
      const radio = next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input')
      ;(radio ?? scale.querySelector<HTMLElement>(`input[value="${match.score}"]`))?.focus()
    }
  }
}
