export function groupCode(code: string): string {
  return code.length > 3 ? `${code.slice(0, 3)} ${code.slice(3)}` : code
}

/** JZQ 7V 4K: the event's code and the entry's own. */
export function entryCodeWords(event: { code: string }, entry: { code: string }): string {
  return `${groupCode(event.code)} ${entry.code}`
}

/**
 * The short address of an entry, for its QR code. Upper case, which a QR code holds in fewer modules; scheme and host have no case, and codes
 * are upper case.
 */
export function entryAddress(event: { joinUrl: string }, entry: { code: string }): string {
  return `${event.joinUrl}${entry.code}`.toUpperCase()
}

export function shortAddress(joinUrl: string): string {
  return URL.canParse(joinUrl) ? new URL(joinUrl).host : joinUrl
}
