import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { requirePatchedDriver } from './database/driver-patch.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

// The driver is bundled, so a bundle of the unpatched one would never start.
requirePatchedDriver()

export default defineConfig({
  root,
  publicDir: false,
  // Bundled: one file is read sooner than five hundred, and the package needs no patching where it is installed. PGlite looks for its
  // parts beside itself, so it stays a dependency.
  ssr: { noExternal: true, external: Object.keys(dependencies) },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/api',
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // Threads are programs of their own, started as files beside the server.
      input: {
        'demo-hour': 'api/demo-hour.ts',
        'embedded-worker': 'api/database/embedded/embedded-worker.ts',
        'review-worker': 'api/workers/review-worker.ts',
        'rehearsal-worker': 'api/workers/rehearsal-worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
