import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'
import solid from 'vite-plugin-solid'
import { makeClassNames } from './class-names.ts'
import { entryPrefix, htmlShells, shellInputs } from './html-shells.ts'
import { pdfFiles } from './pdf-files.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const outDir = join(root, 'dist/web')

/** Writes each text file compressed beside it, once and at the highest level: hall Wi-Fi is slow. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    writeBundle() {
      for (const file of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(html|js|css|svg|json)$/.test(file)) continue
        const path = join(outDir, file)
        const bytes = readFileSync(path)
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        }
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }))
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}

/** Writes the release into the service worker: a hash of all file names, which change with their content. */
function markRelease(): Plugin {
  return {
    name: 'mark-release',
    generateBundle(_options, bundle) {
      const release = createHash('sha256').update(Object.keys(bundle).sort().join('\n')).digest('hex').slice(0, 12)
      const worker = bundle['service-worker.js']
      if (worker?.type === 'chunk') worker.code = worker.code.replace('__RELEASE__', release)
    },
  }
}

type ModuleGraph = { getModuleInfo(id: string): { importers: readonly string[] } | null }

const judgeEntry = `${entryPrefix}judge.js`
const entriesByModule = new Map<string, Set<string>>()

/**
 * One chunk for every module that the judge's page shares with another page, and for all of its styles: a first visit is then
 * few requests.
 */
function sharedWithTheJudgesPage(id: string, graph: ModuleGraph): string | null {
  const entries = entriesThatReach(id, graph)
  return entries.has(judgeEntry) && (entries.size > 1 || id.endsWith('.css')) ? 'shared' : null
}

function entriesThatReach(id: string, graph: ModuleGraph): Set<string> {
  const knownEntries = entriesByModule.get(id)
  if (knownEntries !== undefined) return knownEntries
  const entries = new Set<string>(id.startsWith(entryPrefix) ? [id] : [])
  entriesByModule.set(id, entries)
  for (const importer of graph.getModuleInfo(id)?.importers ?? [])
    for (const entry of entriesThatReach(importer, graph)) entries.add(entry)
  return entries
}

const { scopedName, inlineClassNames } = makeClassNames(root)

export default defineConfig({
  root,
  base: '/',
  publicDir: false,
  plugins: [inlineClassNames, solid(), htmlShells(root), pdfFiles(), markRelease(), precompress()],
  css: { modules: { localsConvention: 'camelCaseOnly', generateScopedName: scopedName } },
  build: {
    outDir,
    emptyOutDir: true,
    // Phones in a hall are old: four years and more.
    target: ['es2020', 'safari14', 'chrome87', 'firefox78'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: {
        ...shellInputs(root),
        'service-worker': join(root, 'web/core/browser/service-worker.ts'),
        rehearsal: join(root, 'web/ui/styles/rehearsal.css'),
      },
      output: {
        // No hash and no folder: the worker's scope is the folder it is served from.
        entryFileNames: (chunk) => (chunk.name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        // Servers know the type of .js; of .mjs not all do.
        assetFileNames: ({ names }) => `assets/[name]-[hash]${names[0]?.endsWith('.mjs') ? '.js' : '[extname]'}`,
        codeSplitting: {
          groups: [{ name: sharedWithTheJudgesPage, debugName: 'shared with the judge’s page' }],
        },
      },
    },
  },
})
