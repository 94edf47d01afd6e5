import { z } from 'zod'
import { id } from './text.ts'

/** `passedOver`: the entry that was suggested and that the judge does not want now. */
export const whereNextBody = z.strictObject({ passedOver: id.optional() })

/** Null when nothing is open, or the judge has finished everything. */
export const whereNextAnswer = z.object({ entryId: z.string().nullable() })
