import { parse } from 'parse5'

/** What the HTML standard's parser calls a parse error. */
export function htmlFaults(text: string): string[] {
  const faults: string[] = []
  parse(text, {
    sourceCodeLocationInfo: true,
    scriptingEnabled: false,
    onParseError: ({ code, startLine, startCol }) => faults.push(`${code} at ${startLine}:${startCol}`),
  })
  return faults
}
