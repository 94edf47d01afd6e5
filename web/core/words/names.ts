import { listWords } from '../../../api/rules/words/list.ts'

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Wraps a right-to-left name in Unicode isolates, so that it does not reverse the words around it. */
export const isolateName = (name: string) =>
  rightToLeft.test(name) && !name.startsWith('\u2068') ? `\u2068${name}\u2069` : name

/** "A", "A and B", "A, B and C"; past `most` names, "A, B and 3 more". */
export function listNames(names: readonly string[], most = 12): string {
  const isolated = names.map(isolateName)
  return listWords(names.length > most ? [...isolated.slice(0, most), `${names.length - most} more`] : isolated)
}
