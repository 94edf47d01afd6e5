import { mergeConfig } from 'vitest/config'
import usual from '../vitest.config.ts'

/** `npm run faults`: the same tests, played longer, and each says its figures. Stops by itself after half an hour at most. */
export default mergeConfig(usual, { test: { env: { FAULTS: 'long' }, maxWorkers: 2 } })
