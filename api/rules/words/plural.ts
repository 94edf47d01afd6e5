const rules = new Intl.PluralRules('en-GB')

/** A word or a sentence for each plural form of the language. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export const plural = (count: number, forms: Forms): string => forms[rules.select(count)] ?? forms.other

/** A count with its noun: "1 judge", "3 judges". */
export const countOf = (count: number, one: string, other = `${one}s`) => `${count} ${plural(count, { one, other })}`
