import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildIfChanged } from '../../../api/packaging/build-if-changed.ts'

describe('a build', () => {
  let root: string
  let builds = 0
  const build = () => {
    builds += 1
    for (const part of ['web', 'api']) {
      rmSync(join(root, 'dist', part), { recursive: true, force: true })
      mkdirSync(join(root, 'dist', part), { recursive: true })
    }
  }
  beforeEach(() => {
    builds = 0
    root = mkdtempSync(join(tmpdir(), 'demo-hour-build-'))
    mkdirSync(join(root, 'web', 'home'), { recursive: true })
    writeFileSync(join(root, 'web', 'home', 'page.ts'), 'one')
    writeFileSync(join(root, 'package-lock.json'), '{}')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('happens once for the same sources', () => {
    expect([buildIfChanged(root, build), buildIfChanged(root, build)]).toEqual([true, false])
    expect(builds).toBe(1)
  })

  it.each<[string, () => void]>([
    ['a source changes', () => writeFileSync(join(root, 'web', 'home', 'page.ts'), 'two')],
    ['a source is added', () => writeFileSync(join(root, 'web', 'home', 'more.ts'), '')],
    ['a source is removed', () => rmSync(join(root, 'web', 'home', 'page.ts'))],
    ['the lock file changes', () => writeFileSync(join(root, 'package-lock.json'), '{"packages":{}}')],
    ['half of what it made is gone', () => rmSync(join(root, 'dist', 'api'), { recursive: true })],
  ])('happens again when %s', (_, change) => {
    buildIfChanged(root, build)
    change()
    expect(buildIfChanged(root, build)).toBe(true)
  })

  it('happens again after one that was interrupted, even for the sources of the build before it', () => {
    buildIfChanged(root, build)
    writeFileSync(join(root, 'web', 'home', 'page.ts'), 'two')
    const interrupted = () => {
      throw new Error('interrupted')
    }
    expect(() => buildIfChanged(root, interrupted)).toThrow('interrupted')
    writeFileSync(join(root, 'web', 'home', 'page.ts'), 'one')
    expect(buildIfChanged(root, build)).toBe(true)
  })
})
