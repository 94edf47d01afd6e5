import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const largestFolder = 20

type Import = { from: string; to: string; typeOnly: boolean; line: string }
type SourceFile = { path: string; text: string }

function importsOf({ path, text }: SourceFile): Import[] {
  const statements = [...text.matchAll(/^(?:import|export)\s+(type\s)?(?:([^']*?)\sfrom\s)?'(\.[^']+)'/gm)]
  return statements.map((match) => {
    const names = /^\{([\s\S]*)\}$/
      .exec((match[2] ?? '').trim())?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '')
    const everyNameIsType =
      names !== undefined && names.length > 0 && names.every((name) => name.trim().startsWith('type '))
    return {
      from: path,
      to: relative(root, join(dirname(join(root, path)), match[3]!)),
      typeOnly: match[1] !== undefined || everyNameIsType,
      line: `${path} → ${match[3]}`,
    }
  })
}

const inside = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(folder))
const sharedByPages = ['web/core/', 'web/ballot/', 'web/ui/']

function violation({ from, to, typeOnly }: Import): string | undefined {
  if (inside(from, 'api/schema/') && !inside(to, 'api/schema/')) return 'a schema imports schemas only'
  if (inside(from, 'api/rules/') && !inside(to, 'api/rules/') && !(typeOnly && inside(to, 'api/schema/')))
    return 'rules import rules, and types from schemas'
  if (inside(from, 'api/store/') && inside(to, 'api/routes/')) return 'a store imports no route'
  if (inside(from, 'api/routes/') && inside(to, 'api/routes/')) return 'a route imports no route'
  if (inside(from, 'api/') && inside(to, 'web/', 'presenter/')) {
    if (
      inside(from, 'api/rehearsal/', 'api/captions/') &&
      inside(to, 'web/core/', 'web/ballot/') &&
      !to.endsWith('.tsx')
    )
      return undefined
    return 'the server imports no page'
  }
  if (inside(from, 'api/', 'web/', 'presenter/') && inside(to, 'test/')) return 'the product imports no test'
  if (!inside(from, 'api/packaging/', 'test/') && inside(to, 'api/packaging/'))
    return 'the product imports no packaging'
  if (inside(from, 'web/') && inside(to, 'presenter/')) return 'web never imports presenter'
  if (inside(from, ...sharedByPages) && inside(to, 'web/') && !inside(to, ...sharedByPages))
    return 'what pages share imports no page'
  if (inside(from, 'web/core/') && inside(to, 'web/ui/', 'web/ballot/'))
    return 'core imports neither controls nor ballots'
  if (inside(from, 'web/ballot/') && inside(to, 'web/ui/')) return 'the ballot client draws nothing'
  if (inside(from, 'presenter/') && inside(to, 'web/') && !inside(to, ...sharedByPages))
    return 'presenter imports web/core, web/ballot and web/ui only'
  if (inside(from, 'web/', 'presenter/') && inside(to, 'api/') && !isBuildTool(from)) {
    if (inside(to, 'api/rules/')) return undefined
    if (typeOnly && (inside(to, 'api/schema/') || to === 'api/app.ts')) return undefined
    return 'browsers import values from rules only, and types from schemas and app.ts'
  }
  return undefined
}

const isBuildTool = (path: string) =>
  path === 'web/vite.config.ts' || path === 'web/html-shells.ts' || path === 'web/class-names.ts'

const purity = [
  { pattern: /\bfrom '(node:|postgres|hono)/, why: 'rules use no database, network or disk' },
  {
    pattern: /\b(Date\.now|new Date\(\)|performance\.now|Math\.random|fetch|document|window|process)\b(?!')/,
    why: 'rules read no clock, no random numbers and no page',
  },
]

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

function violations(files: SourceFile[]): string[] {
  return files.flatMap((file) => [
    ...importsOf(file).flatMap((statement) => {
      const why = violation(statement)
      return why ? [`${statement.line}: ${why}`] : []
    }),
    ...purity.flatMap(({ pattern, why }) => {
      const match = inside(file.path, 'api/rules/') ? pattern.exec(withoutComments(file.text)) : null
      return match ? [`${file.path}: ${why} (${match[0]})`] : []
    }),
  ])
}

/** Types count, because a reader has to follow them too. */
function circles(files: SourceFile[]): string[] {
  const targets = new Map(files.map((file) => [file.path, importsOf(file).map(({ to }) => to)]))
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const visit = (path: string, trail: string[]) => {
    if (state.get(path) === 'done' || !targets.has(path)) return
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      return
    }
    state.set(path, 'open')
    for (const to of targets.get(path)!) visit(to, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of targets.keys()) visit(path, [])
  return found
}

const pageGlobals =
  /\b(document|window|location|history|navigator|localStorage|sessionStorage|EventSource|BroadcastChannel|addEventListener\((?!'abort'))/

/** Browser files that the server runs, directly or through others, and that touch a page or draw with Solid. */
function pageFilesOnServer(files: SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const run = new Set<string>()
  const visit = (path: string) => {
    const file = byPath.get(path)
    if (!file || run.has(path)) return
    run.add(path)
    for (const statement of importsOf(file)) if (!statement.typeOnly) visit(statement.to)
  }
  for (const { path } of files) if (inside(path, 'api/')) visit(path)
  return [...run].flatMap((path) => {
    if (!inside(path, 'web/')) return []
    const text = withoutComments(byPath.get(path)!.text)
    const global = /from 'solid-js/.exec(text) ?? pageGlobals.exec(text)
    return global ? [`${path}: ${global[0]}`] : []
  })
}

/** Folders with more files side by side than a reader can take in. Numbered migrations and pictures are not read as a list. */
function crowdedFolders(paths: string[]): string[] {
  const counts = new Map<string, number>()
  for (const path of paths) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  return [...counts]
    .filter(([folder, count]) => count > largestFolder && !/migrations|pictures/.test(folder))
    .map(([folder, count]) => `${folder}: ${count} files`)
}

function pathsBelow(...tops: string[]): string[] {
  return tops.flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((path) => !path.includes('node_modules')),
  )
}

const sourceFiles = () =>
  pathsBelow('api', 'web', 'presenter')
    .filter((path) => /\.(ts|tsx)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

describe('the source tree', () => {
  it('has every import pointing the way the layers allow', () => {
    const files = sourceFiles()
    expect(files.length).toBeGreaterThan(60)
    expect(violations(files)).toEqual([])
  })

  it('has no circle of imports', () => {
    expect(circles(sourceFiles())).toEqual([])
  })

  it('runs no browser code on the server that touches a page', () => {
    const files = sourceFiles()
    const [reader] = files.filter(({ path }) => path === 'web/core/feed/feed-reader.ts')
    expect(pageFilesOnServer(files)).toEqual([])
    const touching = { ...reader!, text: `${reader!.text}\nconst at = location.pathname` }
    expect(pageFilesOnServer([...files.filter((file) => file !== reader), touching])).toEqual([
      'web/core/feed/feed-reader.ts: location',
    ])
  })

  it(`has no folder of more than ${largestFolder} files`, () => {
    expect(crowdedFolders(pathsBelow('api', 'web', 'presenter', 'test'))).toEqual([])
  })

  it.each([
    ['api/rules/ballot/ballot.ts', "import { sql } from '../../store/sql.ts'"],
    ['api/rules/ballot/ballot.ts', "import { ballot } from '../../schema/ballot.ts'"],
    ['api/rules/ballot/ballot.ts', 'const late = Date.now()'],
    ['api/rules/ballot/ballot.ts', "import { readFileSync } from 'node:fs'"],
    ['api/schema/ballot.ts', "import { refuse } from '../rules/refusal.ts'"],
    ['api/routes/ballots.ts', "import { cueRoutes } from './cue-sender.ts'"],
    ['api/routes/ballots.ts', "import { createApi } from '../../web/core/api.ts'"],
    ['api/store/ballots.ts', "import { ballotRoutes } from '../routes/ballots.ts'"],
    ['api/rehearsal/panel.ts', "import { JudgePage } from '../../web/judge/JudgePage.tsx'"],
    ['web/core/api.ts', "import { ballot } from '../../api/schema/ballot.ts'"],
    ['web/core/live-event.ts', "import { createJudging } from '../judge/judging.ts'"],
    ['web/judge/JudgePage.tsx', "import { type Ballot, ballot } from '../../api/schema/ballot.ts'"],
    ['web/room/RoomPage.tsx', "import { Stage } from '../../presenter/stage/StagePage.tsx'"],
    ['presenter/desk/Desk.tsx', "import { RoomPage } from '../../web/room/RoomPage.tsx'"],
    ['presenter/desk/Desk.tsx', "import { saveShow } from '../../api/store/events.ts'"],
    ['web/ui/Scale.tsx', "import { JudgePage } from '../judge/JudgePage.tsx'"],
    ['web/ballot/outbox.ts', "import { Scale } from '../ui/Scale.tsx'"],
  ])('would notice a violation in %s: %s', (path, text) => {
    expect(violations([{ path, text }])).toHaveLength(1)
  })

  it('would notice a circle and a crowded folder', () => {
    expect(
      circles([
        { path: 'web/core/a.ts', text: "import { b } from './b.ts'" },
        { path: 'web/core/b.ts', text: "import type { A } from './a.ts'" },
      ]),
    ).toHaveLength(1)
    expect(crowdedFolders(Array.from({ length: 21 }, (_, i) => `web/core/${i}.ts`))).toHaveLength(1)
  })
})
