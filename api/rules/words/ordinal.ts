const rules = new Intl.PluralRules('en-GB', { type: 'ordinal' })
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }

export const ordinal = (place: number) => `${place}${endings[rules.select(place)] ?? 'th'}`
