/** "Ada", "Ada and Ben", "Ada, Ben and Cat". */
export const listWords = (items: readonly string[]) =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items)
