import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  publicDir: false,
  // One file is read sooner than five hundred. PGlite looks for its parts beside itself, so it stays where it is.
  ssr: { noExternal: true, external: ['@electric-sql/pglite', '@electric-sql/pglite-socket'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/api',
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      // Threads are programs of their own, started as files beside the server.
      input: {
        server: 'api/server.ts',
        'embedded-worker': 'api/database/embedded/embedded-worker.ts',
        'review-worker': 'api/workers/review-worker.ts',
        'rehearsal-worker': 'api/workers/rehearsal-worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
