import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A room of the house: a folder, or a file at the top of `api`. */
type Arrow = { to: string; typeOnly: boolean; line: string }

function importsOf(path: string, text: string): Arrow[] {
  const found = [...text.matchAll(/^(?:import|export)\s+(type\s)?(?:([^']*?)\sfrom\s)?'(\.[^']+)'/gm)]
  return found.map((match) => {
    const names = /^\{([\s\S]*)\}$/
      .exec((match[2] ?? '').trim())?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '')
    const everyNameIsType =
      names !== undefined && names.length > 0 && names.every((name) => name.trim().startsWith('type '))
    return {
      to: relative(root, join(dirname(join(root, path)), match[3]!)),
      typeOnly: match[1] !== undefined || everyNameIsType,
      line: `${path} → ${match[3]}`,
    }
  })
}

/** What a file may not import, and why; undefined when it may. */
function breach(from: string, { to, typeOnly }: Arrow): string | undefined {
  const inside = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(folder))
  if (inside(from, 'api/schema/') && !inside(to, 'api/schema/')) return 'shapes know nothing but shapes'
  if (inside(from, 'api/rules/') && !inside(to, 'api/rules/') && !(typeOnly && inside(to, 'api/schema/')))
    return 'rules import rules, and the types of shapes'
  if (inside(from, 'api/store/') && inside(to, 'api/routes/')) return 'a store knows no route'
  if (inside(from, 'api/routes/') && inside(to, 'api/routes/')) return 'routes do not import routes'
  if (inside(from, 'api/') && inside(to, 'web/', 'presenter/')) return 'the server knows no page'
  if (inside(from, 'api/', 'web/', 'presenter/') && inside(to, 'test/')) return 'what ships knows no test'
  if (inside(from, 'web/') && inside(to, 'presenter/')) return 'web never imports presenter'
  if (inside(from, 'web/client/') && inside(to, 'web/pages/', 'web/ui/')) return 'the client knows no page'
  if (inside(from, 'web/ui/') && inside(to, 'web/pages/')) return 'a control knows no page'
  if (inside(from, 'presenter/') && inside(to, 'web/') && !inside(to, 'web/client/', 'web/ui/'))
    return 'presenter borrows from web/client and web/ui only'
  if (inside(from, 'web/', 'presenter/') && inside(to, 'api/') && !from.endsWith('vite.config.ts')) {
    if (inside(to, 'api/rules/')) return undefined
    if (typeOnly && (inside(to, 'api/schema/') || to === 'api/app.ts')) return undefined
    return 'browsers import values from rules alone, and types from shapes and app.ts'
  }
  return undefined
}

const purity = [
  { pattern: /\bfrom '(node:|postgres|hono)/, why: 'rules touch no database, network or disk' },
  {
    pattern: /\b(Date\.now|new Date\(\)|performance\.now|Math\.random|fetch|document|window|process)\b(?!')/,
    why: 'rules ask no clock, no chance, no page',
  },
]

function sourceFiles(): string[] {
  return ['api', 'web', 'presenter'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
      .map((path) => `${top}/${path}`)
      .filter((path) => /\.(ts|tsx)$/.test(path) && !path.includes('node_modules')),
  )
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

function breaches(files: { path: string; text: string }[]): string[] {
  return files.flatMap(({ path, text }) => [
    ...importsOf(path, text).flatMap((arrow) => {
      const why = breach(path, arrow)
      return why ? [`${arrow.line}: ${why}`] : []
    }),
    ...purity.flatMap(({ pattern, why }) =>
      path.startsWith('api/rules/') && pattern.test(withoutComments(text))
        ? [`${path}: ${why} (${pattern.exec(withoutComments(text))?.[0]})`]
        : [],
    ),
  ])
}

describe('the house', () => {
  it('has every import pointing the way the layout says', () => {
    const files = sourceFiles().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    expect(files.length).toBeGreaterThan(60)
    expect(breaches(files)).toEqual([])
  })

  it.each([
    ['api/rules/ballot.ts', "import { sql } from '../store/sql.ts'"],
    ['api/rules/ballot.ts', "import { ballot } from '../schema/ballot.ts'"],
    ['api/rules/ballot.ts', 'const late = Date.now()'],
    ['api/rules/ballot.ts', "import { readFileSync } from 'node:fs'"],
    ['api/schema/ballot.ts', "import { refuse } from '../rules/refusal.ts'"],
    ['api/routes/ballots.ts', "import { cueRoutes } from './cues.ts'"],
    ['api/store/ballots.ts', "import { ballotRoutes } from '../routes/ballots.ts'"],
    ['web/client/api.ts', "import { ballot } from '../../api/schema/ballot.ts'"],
    ['web/pages/JudgePage.tsx', "import { type Ballot, ballot } from '../../api/schema/ballot.ts'"],
    ['web/pages/RoomPage.tsx', "import { Stage } from '../../presenter/stage/StagePage.tsx'"],
    ['presenter/desk/Desk.tsx', "import { RoomPage } from '../../web/pages/RoomPage.tsx'"],
    ['presenter/desk/Desk.tsx', "import { saveShow } from '../../api/store/events.ts'"],
    ['web/ui/Scale.tsx', "import { JudgePage } from '../pages/JudgePage.tsx'"],
    ['web/client/feed.ts', "export * from '../pages/judge.ts'"],
  ])('would notice a breach in %s: %s', (path, text) => {
    expect(breaches([{ path, text }])).toHaveLength(1)
  })
})
