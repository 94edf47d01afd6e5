/** In place of api/workers/worker-file.ts in tests: a built thread starts in a sixth of the time that TypeScript takes. */
export function workerFile(name: string): URL {
  return new URL(`../../dist/api/${name}.js`, import.meta.url)
}
