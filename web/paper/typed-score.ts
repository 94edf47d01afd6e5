/** `whole`: no further digit could name another score. */
export function typedScore(
  typed: string,
  { min, max }: { min: number; max: number },
): { score?: number; whole: boolean } {
  const steps = Array.from({ length: max - min + 1 }, (_, n) => String(min + n))
  const further = steps.some((step) => step.length > typed.length && step.startsWith(typed))
  return steps.includes(typed) ? { score: Number(typed), whole: !further } : { whole: false }
}
