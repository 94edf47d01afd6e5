import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { type Platform, platforms } from '../../api/packaging/portable/platforms.ts'

function firstBytes(path: string, count: number): string {
  const file = openSync(path, 'r')
  const bytes = Buffer.alloc(count)
  readSync(file, bytes)
  closeSync(file)
  return bytes.toString('hex')
}

describe('the portable folders', () => {
  const { zips, unzipped, openedAddress, problem } = inject('portable')
  const read = (name: Platform['name'], path: string) => readFileSync(join(unzipped[name], path), 'utf8')
  const canBeRun = (name: Platform['name'], path: string) =>
    (statSync(join(unzipped[name], path)).mode & 0o111) === 0o111
  beforeAll(() => {
    expect(problem).toBe('')
  })

  it('come with checksums', () => {
    const { status, stdout } = spawnSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: zips, encoding: 'utf8' })
    expect(status).toBe(0)
    expect(stdout.match(/: OK$/gm)).toHaveLength(platforms.length)
  })

  it.each<[Platform['name'], string, string]>([
    ['linux', 'app/node', '7f454c4602'],
    // 64 bits, little-endian; then the processor: ARM64.
    ['macos', 'app/node', 'cffaedfe0c000001'],
    ['windows', 'app/node.exe', '4d5a'],
  ])('hold a Node for %s that may be run', (name, path, magic) => {
    expect(firstBytes(join(unzipped[name], path), magic.length / 2)).toBe(magic)
    expect(canBeRun(name, path)).toBe(true)
  })

  it.each<[Platform['name'], string]>([
    ['linux', 'start-demo-hour.sh'],
    ['linux', 'Demo Hour.desktop'],
    ['macos', 'Start Demo Hour.command'],
  ])('for %s can be started by %s', (name, path) => {
    expect(canBeRun(name, path)).toBe(true)
    expect(read(name, path)).not.toContain('\r')
  })

  it('for Windows has lines that end as Windows ends them, and names that Windows allows', () => {
    for (const path of ['Start Demo Hour.cmd', 'Read me.txt']) {
      const text = read('windows', path)
      expect(text.match(/\n/g)!.length).toBeGreaterThan(4)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    }
    const names = readdirSync(unzipped.windows, { recursive: true, encoding: 'utf8' })
    expect(names.filter((path) => /[<>:"|?*\\]|[ .](\/|$)/.test(path))).toEqual([])
  })

  it.each(platforms.map(({ name }) => name))('for %s names files in its launcher that it holds', (name) => {
    const launcher = { linux: 'start-demo-hour.sh', macos: 'Start Demo Hour.command', windows: 'Start Demo Hour.cmd' }[
      name
    ]
    const text = read(name, launcher).replaceAll('\\', '/')
    const named = [...text.matchAll(/app\/[\w./-]*(?:node(?:\.exe)?(?=["\s])|\.js)/g)].map(([path]) => path)
    expect(new Set(named).size).toBe(2)
    for (const path of named) expect(statSync(join(unzipped[name], path)).size, path).toBeGreaterThan(100)
  })

  it('opens a browser on the owner’s page of this machine, and writes its data beside itself alone', () => {
    expect(openedAddress).toMatch(/^http:\/\/localhost:\d+\/owner#k=\S+$/)
    expect(existsSync(join(unzipped.linux, 'data', 'database', 'PG_VERSION'))).toBe(true)
    expect(readdirSync(unzipped.linux).sort()).toEqual([
      'Demo Hour.desktop',
      'Read me.txt',
      'app',
      'data',
      'start-demo-hour.sh',
    ])
  })

  it('runs on its own Node, not on this machine’s', () => {
    const { stdout } = spawnSync(join(unzipped.linux, 'app', 'node'), ['--version'], { encoding: 'utf8' })
    expect(stdout.trim()).toBe(`v${platforms[0]!.nodeVersion}`)
    expect(readFileSync(join(unzipped.linux, 'start-demo-hour.sh'), 'utf8')).toContain('exec ./app/node ')
  })
})
