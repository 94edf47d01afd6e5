import { normaliseName } from '../../../api/rules/event/normalise-name.ts'
import type { Problem } from '../../core/api.ts'

/** Refuses a name that is on the list, once: the same name sent again is accepted. A repeat after a lost answer is such a name, too. */
export function createDoubleCheck() {
  let refusedName = ''
  return (pointer: string, name: string, names: readonly string[]): Problem['fields'] => {
    const normalised = normaliseName(name)
    const confirmed = normalised === refusedName
    refusedName = ''
    if (!normalised || confirmed || !names.some((other) => normaliseName(other) === normalised)) return []
    refusedName = normalised
    return [{ pointer, title: `“${name.trim()}” is on the list already. Press again to add another of that name` }]
  }
}
