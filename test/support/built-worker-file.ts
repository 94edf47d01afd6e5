/** Replaces api/workers/worker-file.ts in tests: a built thread starts in a sixth of the time. */
export function workerFile(name: string): URL {
  return new URL(`../../dist/api/${name}.js`, import.meta.url)
}
