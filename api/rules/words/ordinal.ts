const rules = new Intl.PluralRules('en-GB', { type: 'ordinal' })
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }

/** "1st", "2nd", "11th". */
export const ordinal = (place: number) => `${place}${endings[rules.select(place)] ?? 'th'}`
