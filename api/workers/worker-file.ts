/** A thread's program, beside this file: as TypeScript in the source, which tsx or vitest runs, as JavaScript in the bundle. */
export function workerFile(name: 'review-worker' | 'rehearsal-worker'): URL {
  const source = import.meta.url.endsWith('.ts')
  return new URL(source ? `${name}-from-source.js` : `${name}.js`, import.meta.url)
}
