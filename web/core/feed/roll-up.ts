/**
 * The last two captions, oldest first. A caption that continues the newest one replaces it, because a recogniser of speech sends each
 * sentence again with every word. An empty text removes them.
 */
export function rollUp(lines: readonly string[], text: string): readonly string[] {
  if (text === '') return []
  const newest = lines.at(-1)
  if (newest !== undefined && text.startsWith(newest)) return [...lines.slice(0, -1), text]
  return [...lines, text].slice(-2)
}
