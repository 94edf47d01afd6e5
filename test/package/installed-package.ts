import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../api/operations/package-root.ts'
import { buildIfChanged } from '../../packaging/build-if-changed.ts'

export type InstalledPackage = { folder: string; program: string; remove(): void }

/** Packs the project and installs it in an empty folder, as a user does: without tools for developers and without scripts. */
export function installPackage(): InstalledPackage {
  buildIfChanged()
  const folder = mkdtempSync(join(tmpdir(), 'demo-hour-package-'))
  npm(packageRoot, 'pack', '--ignore-scripts', '--pack-destination', folder)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  npm(
    folder,
    'install',
    '--omit=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    join(folder, tarball),
  )
  return {
    folder,
    program: join(folder, 'node_modules', '.bin', 'demo-hour'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function npm(cwd: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`npm ${args[0]} failed: ${stderr}`)
}
