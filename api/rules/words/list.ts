const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** "Ada", "Ada and Ben", "Ada, Ben and Cat". */
export const listWords = (items: readonly string[]) => list.format(items)
