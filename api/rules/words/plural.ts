const rules = new Intl.PluralRules('en-GB')

/** The form of a word or a sentence that a count takes. */
export const plural = (count: number, forms: { one: string; other: string }) =>
  rules.select(count) === 'one' ? forms.one : forms.other

/** A count with its noun: "1 judge", "3 judges". */
export const countOf = (count: number, one: string, other = `${one}s`) => `${count} ${plural(count, { one, other })}`
