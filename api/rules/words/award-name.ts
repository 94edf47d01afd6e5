import type { Award } from '../../schema/result.ts'

const names: Record<Award['kind'], (name: string) => string> = {
  place: (name) => name,
  criterion: (name) => `Best for “${name}”`,
  prize: (name) => name,
  challenge: (name) => name,
}

export function awardName({ kind, name }: Pick<Award, 'kind' | 'name'>): string {
  return names[kind](name)
}
