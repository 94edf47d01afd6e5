import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

type Sheet = { path: string; text: string }

const sheets: Sheet[] = ['web', 'presenter']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((path) => path.endsWith('.css'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '') }))

function declarations(name: RegExp, isWrong: (value: string) => boolean): string[] {
  return sheets.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<![\w-])([a-z-]+): ([^;{}]+);/g)]
      .filter(([, property, value]) => name.test(property!) && isWrong(value!))
      .map(([, property, value]) => `${path}: ${property}: ${value}`),
  )
}

const tokens = (prefix: string) =>
  sheets.flatMap(({ text }) =>
    [...text.matchAll(new RegExp(`(?<![\\w-])--${prefix}-\\d+(?=:)`, 'g'))].map(([name]) => name),
  )

/** A token, a multiple of the surrounding size, or either bounded by the window, for text at 200 %. */
function isTypeSize(value: string): boolean {
  const token = /var\(--[a-z]+(-[a-z]+)*(-\d)?(, (inherit|T))?\)/g
  const bare = value
    .replace(token, 'T')
    .replace(token, 'T')
    .replace(/(?<![\w.])[\d.]+em/g, 'T')
  return /^(inherit|T|(min|max)\(T, (T|\d+vw)\)|clamp\(T, \d+vw, T\))$/.test(bare)
}

describe('the styles', () => {
  it('read the style sheets', () => expect(sheets.length).toBeGreaterThan(40))

  it('take every type size from a token', () => {
    expect(declarations(/^font-size$/, (value) => !isTypeSize(value))).toEqual([])
    // The shorthand would evade the rule above.
    expect(declarations(/^font$/, (value) => value !== 'inherit')).toEqual([])
  })

  it('have six type steps and six spaces', () => {
    const steps = (name: string) => Array.from({ length: 6 }, (_, n) => `--${name}-${n + 1}`)
    expect(tokens('type')).toEqual(steps('type'))
    expect(tokens('space')).toEqual(steps('space'))
    expect(tokens('stage')).toEqual(steps('stage'))
  })

  it('take margins, paddings and gaps that scale with the text from the spaces', () => {
    const property = /^((row-|column-)?gap|(margin|padding)(-[a-z-]+)?)$/
    expect(declarations(property, (value) => /\drem\b/.test(value))).toEqual([])
  })

  it('take the time of every animation from the token that reduced motion changes', () => {
    const timed = declarations(/^(animation|transition)(-duration)?$/, (value) => /\d+m?s/.test(value))
    // Opacity only: a name of the reveal waits for its moment, on the stage and on the desk.
    const reveal = /^presenter\/(stage\/reveal\/|desk\/show\.module\.css)/
    expect(timed.filter((line) => !reveal.test(line))).toEqual([])
  })

  it('break at three widths, and at no other height', () => {
    const sizes = sheets.flatMap(({ path, text }) =>
      [...text.matchAll(/@media ([^{]+)/g)].flatMap(([, query]) =>
        [...query!.matchAll(/[\d.]+[a-z]+/g)].map(([size]) => `${path}: ${size}`),
      ),
    )
    expect(sizes.length).toBeGreaterThan(0)
    expect(sizes.filter((size) => !/: (30|60|78)rem$/.test(size))).toEqual([])
  })

  const isModule = ({ path }: Sheet) => path.endsWith('.module.css')
  const classesIn = ({ text }: Sheet) => [
    ...new Set([...text.matchAll(/(?<![\w.])\.([a-zA-Z][\w-]*)(?=[^;{}]*\{)/g)].map(([, name]) => name!)),
  ]
  const shared = sheets.filter((sheet) => !isModule(sheet))
  const sharedClasses = new Map(shared.flatMap((sheet) => classesIn(sheet).map((name) => [name, sheet.path])))

  const isLoadedBeside = (sheet: Sheet, path: string) =>
    !sheet.path.startsWith('presenter/') || /\/(base|always-dark)\.css$/.test(path)

  it('name a class that pages share in one file only, and in no module', () => {
    expect(sharedClasses.size).toBeGreaterThan(40)
    const again = sheets.flatMap((sheet) =>
      classesIn(sheet)
        .filter((name) => sharedClasses.has(name) && sharedClasses.get(name) !== sheet.path)
        .filter((name) => isLoadedBeside(sheet, sharedClasses.get(name)!))
        .map((name) => `${sheet.path}: .${name} belongs to ${sharedClasses.get(name)}`),
    )
    expect(again).toEqual([])
    expect(sheets.filter(isModule).filter(({ text }) => text.includes(':global'))).toEqual([])
  })

  it('are modules wherever they belong to a page or a component', () => {
    const sharedFolders = /^web\/ui\/(styles|fields|forms|buttons)\//
    expect(shared.map(({ path }) => path).filter((path) => !sharedFolders.test(path))).toEqual([])
  })

  it('are not read back by scripts: the build renames the classes of a module', () => {
    const scripts = ['web', 'presenter'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(folder, name)),
    )
    const selected = scripts.flatMap((path) =>
      [
        ...readFileSync(join(root, path), 'utf8').matchAll(
          /(?:closest|matches|querySelector(?:All)?)(?:<\w+>)?\('([^']+)'/g,
        ),
      ]
        .flatMap(([, selector]) => [...selector!.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name!))
        .filter((name) => !sharedClasses.has(name))
        .map((name) => `${path}: .${name}`),
    )
    expect(scripts.length).toBeGreaterThan(200)
    expect(selected).toEqual([])
  })
})
