import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ZipOptions, type Zippable, zipSync } from 'fflate'
import { packageVersion } from '../../operations/package-root.ts'
import { installPackage } from '../install-package.ts'
import { launchersFor } from './launchers.ts'
import { fetchNode } from './node-binary.ts'
import type { Platform } from './platforms.ts'

type Level = ZipOptions['level']

const unixHost = 3
const regularFile = 0o100000
/** The same content gives the same ZIP, whenever it is made. */
const fixedTime = new Date(2026, 0, 1)
/** Only developers of PGlite read these. */
const unused = /\.(map|d\.ts|d\.cts|d\.mts)$/

/**
 * Writes a ZIP for each platform into `folder`, and their checksums into SHA256SUMS there. Returns the names of the ZIPs. `level`: of
 * compression, from 1 (fast) to 9.
 */
export function makePortable(platforms: Platform[], folder: string, level: Level = 6): string[] {
  mkdirSync(folder, { recursive: true })
  const app = mkdtempSync(join(tmpdir(), 'demo-hour-portable-'))
  try {
    installPackage(app)
    const names = platforms.map((platform) => {
      const name = `demo-hour-${packageVersion}-${platform.label}.zip`
      writeFileSync(join(folder, name), zipFolder(platform, app, level))
      return name
    })
    const sums = names.map((name) => `${sha256(join(folder, name))}  ${name}\n`)
    writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''))
    return names
  } finally {
    rmSync(app, { recursive: true })
  }
}

function zipFolder(platform: Platform, app: string, level: Level): Uint8Array {
  const files: Zippable = {}
  const add = (path: string, bytes: Uint8Array, mode: number) => {
    files[`Demo Hour/${path}`] = [bytes, { os: unixHost, attrs: ((regularFile | mode) << 16) >>> 0, mtime: fixedTime }]
  }
  for (const { path, text, mode } of launchersFor(platform, packageVersion)) add(path, Buffer.from(text), mode)
  const { binary, licence } = fetchNode(platform)
  add(`app/${platform.binary.to}`, binary, 0o755)
  add('app/NODE-LICENSE.txt', licence, 0o644)
  for (const path of filesBelow(join(app, 'node_modules')))
    add(`app/node_modules/${path}`, readFileSync(join(app, 'node_modules', path)), 0o644)
  return zipSync(files, { level })
}

/** With slashes, whatever the system; without npm's links to commands, which a ZIP for Windows cannot hold. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !unused.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.startsWith('.'))
    .sort()
}

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
