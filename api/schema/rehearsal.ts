import { z } from 'zod'

/** `speed`: 1 is real time. `byHand`: the organiser presses the cues and the made-up judges follow. */
export const rehearsalBody = z.strictObject({
  judges: z
    .number()
    .int()
    .min(6, 'A rehearsal takes at least 6 made-up judges')
    .max(60, 'At most 60 made-up judges')
    .optional(),
  speed: z.number().min(1, 'No slower than in the hall').max(20, 'At most 20 times as fast as in the hall').optional(),
  byHand: z.boolean().optional(),
})
export type RehearsalBody = z.infer<typeof rehearsalBody>

/** The checked promises, as sentences. `first` describes the first failure; `untried` lists promises that were not checked. */
export const rehearsalReport = z.object({
  seconds: z.number(),
  tests: z.number().int(),
  kept: z.array(z.string()),
  untried: z.array(z.string()),
  broken: z.array(z.object({ sentence: z.string(), times: z.number().int(), first: z.string() })),
  taps: z.number().int(),
  lostAnswers: z.number().int(),
})
export type RehearsalReport = z.infer<typeof rehearsalReport>

/** `stopped`: ended before the show did, because the server stopped or something failed. */
export const rehearsalState = z.enum(['playing', 'played', 'stopped'])

export const rehearsal = z.object({
  slug: z.string(),
  judges: z.number().int(),
  speed: z.number(),
  byHand: z.boolean(),
  state: rehearsalState,
  said: z.array(z.string()),
  report: rehearsalReport.nullable(),
  startedAt: z.string(),
})
export type Rehearsal = z.infer<typeof rehearsal>
