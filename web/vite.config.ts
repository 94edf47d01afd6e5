import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'
import solid from 'vite-plugin-solid'

const root = fileURLToPath(new URL('..', import.meta.url))
const outDir = join(root, 'dist/web')

const within = (folder: string) => readdirSync(join(root, folder), { withFileTypes: true })
const pagesIn = (folder: string) =>
  within(folder)
    .filter((file) => file.name.endsWith('.html'))
    .map((file) => join(root, folder, file.name))

const presenterPages = within('presenter')
  .filter((folder) => folder.isDirectory())
  .flatMap((folder) => pagesIn(`presenter/${folder.name}`))
const pages = [...pagesIn('web/pages'), ...presenterPages].map((path) => [basename(path, '.html'), path])

/** Hall Wi-Fi is slow and files are built once: the smallest form of each lies ready beside it. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    closeBundle() {
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

/**
 * The icon travels inside every page: no request more. Drawn in pixels, because Chromium opens a whole document for one that is SVG, on the
 * page's own thread: 0.1 s before the judge's form on a slow phone.
 */
function inlineIcon(): Plugin {
  const href = `data:image/png;base64,${readFileSync(join(root, 'web/ui/icon.png')).toString('base64')}`
  return {
    name: 'inline-icon',
    transformIndexHtml: () => [{ tag: 'link', attrs: { rel: 'icon', href }, injectTo: 'head' }],
  }
}

/** Tells the service worker which release it belongs to: the names of all files, which change with what is in them. */
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

/** What every page needs travels as one file, so that a first visit is few requests. */
const everywhere =
  /node_modules\/(solid-js|hono|idb-keyval)\/|web\/client\/(api|clock|clock-time|event|feed|place|shell|shown|storage)\.ts|TextField|ScoreScale|judge\/Notice|preload-helper/

export default defineConfig({
  root,
  base: '/',
  publicDir: false,
  plugins: [solid(), inlineIcon(), markRelease(), precompress()],
  build: {
    outDir,
    emptyOutDir: true,
    // Phones in a hall are not new: four years back and further.
    target: ['es2020', 'safari14', 'chrome87', 'firefox78'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        ...Object.fromEntries(pages),
        'service-worker': join(root, 'web/client/service-worker.ts'),
        rehearsal: join(root, 'web/ui/rehearsal.css'),
      },
      output: {
        // The worker keeps its name and its place: its scope is the folder it is served from.
        entryFileNames: (chunk) => (chunk.name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        codeSplitting: {
          groups: [{ name: 'shared', test: everywhere }],
        },
      },
    },
  },
})
