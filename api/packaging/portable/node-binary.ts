import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNpm } from '../install-package.ts'
import { type Platform, platforms } from './platforms.ts'

/** Node for one platform, and the licence text that has to go with it. */
export function fetchNode(platform: Platform): { binary: Buffer; licence: Buffer } {
  const binary = readFromPackage(platform, platform.binary.from)
  // Only the package for Linux holds the licence text, which is the same for all.
  const [linux] = platforms
  return { binary, licence: readFromPackage(linux!, 'LICENSE') }
}

function readFromPackage({ nodePackage, nodeVersion, integrity }: Platform, path: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'demo-hour-node-'))
  try {
    runNpm(folder, 'pack', `${nodePackage}@${nodeVersion}`, '--prefer-offline', '--ignore-scripts')
    const [tarball] = readdirSync(folder)
    requireIntegrity(readFileSync(join(folder, tarball!)), integrity, `${nodePackage} ${nodeVersion}`)
    // Windows and macOS bring a tar, too.
    const { status, stderr } = spawnSync('tar', ['-xzf', tarball!, `package/${path}`], {
      cwd: folder,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${nodePackage} cannot be unpacked: ${stderr}`)
    return readFileSync(join(folder, 'package', path))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Throws unless the SHA-512 of the bytes is the expected one, in npm's form `sha512-…`. */
export function requireIntegrity(bytes: Uint8Array, expected: string, name: string): void {
  const actual = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  if (actual !== expected) throw new Error(`${name} is not the file that was expected: its checksum is ${actual}.`)
}
