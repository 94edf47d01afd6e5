/** tsx wraps named functions in a helper of its own; functions that are sent into a page need it there too. */
export const nameKeeper = 'globalThis.__name = (named) => named'
