import { z } from 'zod'
import { line, optionalLine } from '../text.ts'

/** `min` to `max` in whole points. */
export const criterion = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  min: z.number().int(),
  max: z.number().int(),
  weight: z.number(),
  /** The words for a score, by the score; any may be missing. */
  levels: z.record(z.string(), z.string()),
})
export type Criterion = z.infer<typeof criterion>

const criterionFields = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'An id takes letters, figures, - and _'),
  name: line(120),
  description: optionalLine(300),
  min: z.number().int('Points are whole').min(0).max(99),
  max: z.number().int('Points are whole').min(1).max(100),
  weight: z.number().min(0.01, 'A weight is above 0').max(100),
  levels: z.record(z.string().regex(/^\d{1,3}$/, 'A level is named by its score'), optionalLine(160)),
})

const withScale = <Fields extends z.ZodType<{ min?: number; max: number }>>(fields: Fields) =>
  fields
    .refine(({ min = 1, max }) => min < max, { path: ['max'], error: 'The highest score must be above the lowest' })
    .refine(({ min = 1, max }) => max - min <= 20, { path: ['max'], error: 'A scale has at most 21 steps' })

/** In a stored event nothing is missing. */
export const archivedCriterion = withScale(criterionFields)

export const criterionBody = withScale(
  criterionFields.partial({ id: true, description: true, min: true, weight: true, levels: true }),
)
export type CriterionBody = z.infer<typeof criterionBody>
