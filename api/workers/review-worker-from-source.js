import { register } from 'tsx/esm/api'

// On Node 20 tsx serves the main thread only; another thread asks for it itself.
register()
await import('./review-worker.ts')
