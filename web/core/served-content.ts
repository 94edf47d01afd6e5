/** What the server sent inside the page: words to read, or a placeholder. Taken before the page's script empties it. */
const nodes = [...(globalThis.document?.getElementById('page')?.childNodes ?? [])]

/** Shown until the page has loaded its data, so that words which can be read already do not vanish for a while. */
export const servedContent = (): ChildNode[] => nodes
