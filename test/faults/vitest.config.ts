import { mergeConfig } from 'vitest/config'
import usual from '../vitest.config.ts'

/** `npm run faults`: the same tests, longer, each printing its figures; at most half an hour. */
export default mergeConfig(usual, { test: { env: { FAULTS: 'long' }, maxWorkers: 2 } })
