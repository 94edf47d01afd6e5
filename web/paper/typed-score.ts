/**
 * What digits typed one after another mean on a scale. `score`: the step they name, if they name one. `whole`: no further digit
 * could name another, so that the next question may have the keyboard.
 */
export function typedScore(
  typed: string,
  { min, max }: { min: number; max: number },
): { score?: number; whole: boolean } {
  const steps = Array.from({ length: max - min + 1 }, (_, n) => String(min + n))
  const further = steps.some((step) => step.length > typed.length && step.startsWith(typed))
  return steps.includes(typed) ? { score: Number(typed), whole: !further } : { whole: false }
}
