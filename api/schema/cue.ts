import { z } from 'zod'
import { id, line, moment, optionalLine } from './text.ts'

const ifVersion = z.number().int().optional()
const plain = <const Name extends string>(cue: Name) => z.strictObject({ cue: z.literal(cue), ifVersion })

/** The instructions that move the show. One that is already true changes nothing and succeeds. */
export const cue = z.discriminatedUnion('cue', [
  plain('open-doors'),
  z.strictObject({ cue: z.literal('call'), entryId: id, ifVersion }),
  plain('next'),
  plain('back'),
  z.strictObject({ cue: z.literal('start-timer'), part: z.enum(['talk', 'questions']).optional(), ifVersion }),
  plain('pause-timer'),
  z.strictObject({ cue: z.literal('add-time'), seconds: z.number().int().min(-3600).max(3600), ifVersion }),
  plain('reset-timer'),
  plain('open-scoring'),
  z.strictObject({
    cue: z.literal('break'),
    message: optionalLine(120).optional(),
    untilAt: moment.optional(),
    ifVersion,
  }),
  plain('resume'),
  z.strictObject({ cue: z.literal('message'), text: z.union([line(120), z.literal('')]), ifVersion }),
  plain('blank'),
  plain('undo'),
  plain('close-scoring'),
  plain('reopen-scoring'),
  plain('start-reveal'),
  plain('reveal-next'),
  plain('reveal-back'),
  // Who releases the result, for the record: the organiser and the chair, say.
  z.strictObject({ cue: z.literal('publish'), by: optionalLine(160).optional(), ifVersion }),
])
export type Cue = z.infer<typeof cue>
export type CueName = Cue['cue']
