/** What a screen has room for; `POST …/captions` takes no more. */
const maxLength = 120

/** Control characters and halves of a character, with which the server would refuse the whole caption. */
const unsupportedCharacters = /[\p{Cc}\p{Cs}]/gu

const named = ['text', 'caption', 'transcript', 'line']

/**
 * The words of one message of a caption feed: plain text, or an object with the words under one of the usual names. Of a long sentence the
 * end, from a whole word on, because that is what is being said.
 */
export function captionText(data: string): string {
  const words = [...textOf(data).replace(unsupportedCharacters, ' ').replace(/\s+/g, ' ').trim()]
  if (words.length <= maxLength) return words.join('')
  const end = words.slice(-maxLength).join('')
  return end.slice(end.indexOf(' ') + 1)
}

function textOf(data: string): string {
  if (!/^\s*[{"]/.test(data)) return data
  try {
    const value: unknown = JSON.parse(data)
    if (typeof value === 'string') return value
    const text = named
      .map((name) => (value as Record<string, unknown>)[name])
      .find((field) => typeof field === 'string')
    return (text as string | undefined) ?? ''
  } catch {
    return data
  }
}
