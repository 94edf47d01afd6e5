const rules = new Intl.PluralRules('en-GB')

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export const plural = (count: number, forms: Forms): string => forms[rules.select(count)] ?? forms.other

export const countOf = (count: number, one: string, other = `${one}s`) => `${count} ${plural(count, { one, other })}`
