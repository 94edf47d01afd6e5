import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { packageRoot } from '../../operations/package-root.ts'
import { makePortable } from './make-portable.ts'
import { platforms } from './platforms.ts'

/*
 * npm run portable [-- linux macos windows]
 * Writes portable/demo-hour-VERSION-PLATFORM.zip: unzip, double-click. Needs npm's registry for Node's binaries.
 */

const names = process.argv.slice(2)
const unknown = names.find((name) => !platforms.some((platform) => platform.name === name))
if (unknown !== undefined) {
  process.stderr.write(
    `There is no platform “${unknown}”. There are ${platforms.map(({ name }) => name).join(', ')}.\n`,
  )
  process.exit(2)
}
const folder = resolve(packageRoot, 'portable')
const wanted = platforms.filter(({ name }) => names.length === 0 || names.includes(name))
for (const name of makePortable(wanted, folder)) {
  const path = join(folder, name)
  process.stdout.write(`${path} (${(statSync(path).size / 1e6).toFixed(0)} MB)\n`)
}
