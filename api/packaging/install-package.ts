import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../operations/package-root.ts'
import { buildIfChanged } from './build-if-changed.ts'

/** Packs the project and installs it in `folder` as a user does: without tools for developers and without scripts. */
export function installPackage(folder: string): void {
  buildIfChanged()
  const packed = mkdtempSync(join(tmpdir(), 'demo-hour-packed-'))
  try {
    runNpm(packageRoot, 'pack', '--ignore-scripts', '--pack-destination', packed)
    const [tarball] = readdirSync(packed)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
    const options = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
    runNpm(folder, 'install', ...options, '--no-save', join(packed, tarball!))
  } finally {
    rmSync(packed, { recursive: true })
  }
}

export function runNpm(cwd: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`npm ${args[0]} failed: ${stderr}`)
}
