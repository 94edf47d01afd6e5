import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

const components = ['web', 'presenter'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(folder, name)),
)

const indentOf = (line: string) => line.length - line.trimStart().length

/** The opening tag around a line: the nearest one above that is indented less. Biome formats every file, so indentation shows nesting. */
function openingTag(lines: string[], at: number): string {
  const indent = indentOf(lines[at]!)
  let end = at - 1
  while (end > 0 && (lines[end]!.trim() === '' || indentOf(lines[end]!) >= indent)) end -= 1
  let start = end
  while (start > 0 && !(lines[start]!.trimStart().startsWith('<') && indentOf(lines[start]!) <= indentOf(lines[end]!)))
    start -= 1
  return lines
    .slice(start, end + 1)
    .join('\n')
    .trim()
}

/** `<Show when={x}>{(x) => words(x())}</Show>`: Solid calls the function once, so its words never change. A JSX body stays live. */
function frozenExpressions(text: string): number[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    const child = /^\s*\{\(\w*\) => (?![<(])/.test(line)
    const tag = child ? openingTag(lines, at) : ''
    return /^<(Show|Match)\b/.test(tag) && !/\bkeyed\b/.test(tag) ? [at + 1] : []
  })
}

it('a function inside Show or Match returns JSX, which follows its signals, and never a value that is read once', () => {
  const found = components.flatMap((name) =>
    frozenExpressions(readFileSync(join(root, name), 'utf8')).map((line) => `${name}:${line}`),
  )
  expect(components.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})

it('the check finds the shape it forbids', () => {
  const frozen = ['<p>', '  <Show when={stage()} fallback="…">', '    {(stage) => words(stage())}', '  </Show>', '</p>']
  expect(frozenExpressions(frozen.join('\n'))).toEqual([3])
  expect(frozenExpressions(frozen.join('\n').replace('words(stage())', '<>{words(stage())}</>'))).toEqual([])
  expect(frozenExpressions(frozen.join('\n').replace('Show when', 'For each'))).toEqual([])
})
