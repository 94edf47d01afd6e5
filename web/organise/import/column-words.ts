import { plural } from '../../../api/rules/words/plural.ts'

export function columnWords(used: number, columns: number, unused: readonly string[]): string {
  const count = plural(columns, {
    one: used === 1 ? 'Your column is used.' : 'Your column is not used.',
    other: `${used} of your ${columns} columns ${used === 1 ? 'is' : 'are'} used.`,
  })
  return unused.length > 0 ? `${count} Not used: ${unused.join(', ')}.` : count
}
