/** "LGMK7" as people read it out: "LGM K7". */
export function groupCode(code: string): string {
  return code.length > 3 ? `${code.slice(0, 3)} ${code.slice(3)}` : code
}

/** What somebody types: the host, and the port where there is one. */
export function shortAddress(joinUrl: string): string {
  return URL.canParse(joinUrl) ? new URL(joinUrl).host : joinUrl
}
