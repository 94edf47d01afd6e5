const sources = {
  'review-worker': './review-worker-from-source.js',
  'rehearsal-worker': './rehearsal-worker-from-source.js',
  'embedded-worker': '../database/embedded/embedded-worker-from-source.js',
}

/** A thread's program: TypeScript in the source, which tsx or vitest runs; in the bundle, JavaScript beside this file. */
export function workerFile(name: keyof typeof sources): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? sources[name] : `./${name}.js`, import.meta.url)
}
