import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Rolldown } from 'vite'
import { packageRoot } from '../operations/package-root.ts'
import { type Bom, limitBom, packageFolder } from './bom.ts'

/*
 * npm run --silent sbom
 * Prints the components of the program and its pages as CycloneDX. `npm sbom --omit dev` alone would leave out what is bundled.
 */

function listComponents(omit: string[]): Bom {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', ...omit]
  return JSON.parse(execFileSync('npm', args, { cwd: packageRoot, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }))
}

/** The references of the packages whose files a build puts into what is shipped. */
async function listBundled(config: string): Promise<string[]> {
  const built = await build({ configFile: join(packageRoot, config), logLevel: 'error', build: { write: false } })
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  const files = outputs
    .flatMap(({ output }) => output)
    .flatMap((file) => (file.type === 'chunk' ? file.moduleIds : file.originalFileNames))
  const folders = new Set(files.map(packageFolder).filter((folder) => folder !== undefined))
  return [...folders].map((folder) => {
    const { name, version } = JSON.parse(readFileSync(resolve(packageRoot, folder, 'package.json'), 'utf8'))
    return `${name}@${version}`
  })
}

// Before the builds, which set NODE_ENV to production: npm would leave out what is bundled.
const all = listComponents(['--include', 'dev'])
const installed = listComponents(['--omit', 'dev']).components.map((component) => component['bom-ref'])
const bundled = [...(await listBundled('api/vite.config.ts')), ...(await listBundled('web/vite.config.ts'))]
process.stdout.write(`${JSON.stringify(limitBom(all, [...installed, ...bundled]), null, 2)}\n`)
