import { z } from 'zod'
import { id } from './text.ts'

/** `passedOver`: the suggested entry that the judge does not want now. */
export const whereNextBody = z.strictObject({ passedOver: id.optional() })

/** Null when nothing is open, or the judge has finished every entry. */
export const whereNextAnswer = z.object({ entryId: z.string().nullable() })
