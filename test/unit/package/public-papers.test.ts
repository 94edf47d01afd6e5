import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { packageRoot } from '../../../api/operations/package-root.ts'
import { limitBom, packageFolder } from '../../../api/packaging/bom.ts'

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8')
const publiccode = parse(read('publiccode.yml'))
const { version, license, engines } = JSON.parse(read('package.json'))

describe('publiccode.yml', () => {
  it.each([
    'publiccodeYmlVersion',
    'name',
    'url',
    'platforms',
    'categories',
    'developmentStatus',
    'softwareType',
    'description.en.shortDescription',
    'description.en.longDescription',
    'description.en.features',
    'legal.license',
    'maintenance.type',
    'maintenance.contacts',
    'localisation.localisationReady',
    'localisation.availableLanguages',
  ])('has the key %s, which version 0.4 of the standard requires', (path) => {
    const value = path.split('.').reduce((part, key) => part?.[key], publiccode)
    expect(value === false || (value && Object.keys(value).length > 0)).toBe(true)
  })

  it('uses values and lengths that the standard knows', () => {
    const { shortDescription, longDescription, features } = publiccode.description.en
    expect(publiccode.publiccodeYmlVersion).toBe('0.4')
    expect(['concept', 'development', 'beta', 'stable', 'obsolete']).toContain(publiccode.developmentStatus)
    expect(['internal', 'contract', 'community', 'none']).toContain(publiccode.maintenance.type)
    expect(publiccode.softwareType).toBe('standalone/web')
    expect(publiccode.releaseDate).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(shortDescription.length).toBeLessThanOrEqual(150)
    expect(longDescription.length).toBeGreaterThanOrEqual(150)
    expect(longDescription.length).toBeLessThanOrEqual(10_000)
    for (const feature of features) expect(feature.length).toBeLessThanOrEqual(100)
    expect(publiccode.maintenance.contacts[0].name).toBeTruthy()
  })

  it('agrees with package.json', () => {
    expect(publiccode.softwareVersion).toBe(version)
    expect(publiccode.legal.license).toBe(license)
    const node = publiccode.dependsOn.open.find((dependency: { name: string }) => dependency.name === 'Node.js')
    expect(engines.node).toBe(`>=${node.versionMin}`)
  })
})

describe('the changelog', () => {
  it('begins with the version of package.json and its date in publiccode.yml', () => {
    const newest = /^## \[(.*)\] - (.*)$/m.exec(read('CHANGELOG.md'))
    expect(newest?.slice(1)).toEqual([version, publiccode.releaseDate])
  })
})

describe('the papers in .github', () => {
  const papers = readdirSync(join(packageRoot, '.github'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('.github', path))

  it.each([...papers, 'CHANGELOG.md', 'README.md'])('%s links to files that exist', (paper) => {
    const links = [...read(paper).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link!)
    const files = links.filter((link) => !link.includes(':'))
    expect(files.filter((link) => !existsSync(join(packageRoot, dirname(paper), link)))).toEqual([])
  })

  it('cover every criterion of the Standard for Public Code', () => {
    const rows = [...read('.github/PUBLIC-CODE.md').matchAll(/^\| (\d+) \| [^|]+ \| (met|partly|not) \| [^|]+ \|$/gm)]
    expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 16 }, (_, n) => n + 1))
  })
})

describe('the list of components', () => {
  const component = (reference: string) => ({ 'bom-ref': reference, name: reference.split('@')[0]! })
  const development = { name: 'cdx:npm:package:development', value: 'true' }

  it('holds the shipped components alone, without the mark of development, and their dependencies on each other', () => {
    const all = {
      metadata: { component: { 'bom-ref': 'demo-hour@1.0.0', name: 'clone' } },
      components: [{ ...component('hono@1.0.0'), properties: [development] }, component('vite@1.0.0')],
      dependencies: [
        { ref: 'demo-hour@1.0.0', dependsOn: ['hono@1.0.0', 'vite@1.0.0'] },
        { ref: 'hono@1.0.0' },
        { ref: 'vite@1.0.0' },
      ],
    }
    expect(limitBom(all, ['hono@1.0.0'])).toEqual({
      metadata: { component: { 'bom-ref': 'demo-hour@1.0.0', name: 'demo-hour' } },
      components: [{ ...component('hono@1.0.0'), properties: [] }],
      dependencies: [
        { ref: 'demo-hour@1.0.0', dependsOn: ['hono@1.0.0'] },
        { ref: 'hono@1.0.0', dependsOn: [] },
      ],
    })
  })

  it.each([
    ['/clone/node_modules/hono/dist/hono.js', '/clone/node_modules/hono'],
    ['node_modules/@fontsource/noto/files/a.woff2', 'node_modules/@fontsource/noto'],
    ['/clone/node_modules/a/node_modules/@b/c/d.js', '/clone/node_modules/a/node_modules/@b/c'],
    ['\0/clone/node_modules/a/b.js?commonjs', '/clone/node_modules/a'],
    ['/clone/web/core/api.ts', undefined],
  ])('finds the package of %s', (file, folder) => {
    expect(packageFolder(file)).toBe(folder)
  })
})
