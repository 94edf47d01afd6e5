import { z } from 'zod'
import { maxSlidePages } from './limits.ts'
import { id, line, moment, optionalLine } from './text.ts'

const ifVersion = z.number().int().optional()
const bareCue = <const Name extends string>(cue: Name) => z.strictObject({ cue: z.literal(cue), ifVersion })

/** A cue whose effect already holds changes nothing and succeeds. */
export const cue = z.discriminatedUnion('cue', [
  bareCue('open-doors'),
  z.strictObject({ cue: z.literal('call'), entryId: id, ifVersion }),
  bareCue('next'),
  bareCue('back'),
  z.strictObject({ cue: z.literal('start-timer'), part: z.enum(['talk', 'questions']).optional(), ifVersion }),
  bareCue('pause-timer'),
  z.strictObject({ cue: z.literal('add-time'), seconds: z.number().int().min(-3600).max(3600), ifVersion }),
  bareCue('reset-timer'),
  bareCue('open-scoring'),
  // The team shows its own laptop: the stage waits for the HDMI switch to come back.
  bareCue('own-laptop'),
  // Ends the six seconds in which the stage introduces the team that was called.
  bareCue('skip-introduction'),
  z.strictObject({
    cue: z.literal('break'),
    message: optionalLine(120).optional(),
    untilAt: moment.optional(),
    ifVersion,
  }),
  // With `any-order` it also opens every entry for ballots. `untilAt`: its planned end.
  z.strictObject({ cue: z.literal('open-showcase'), untilAt: moment.optional(), ifVersion }),
  bareCue('close-showcase'),
  // Shows the slides of the entry on stage, from their first page or from where they were hidden.
  bareCue('show-slides'),
  bareCue('hide-slides'),
  // `next` and `previous` are for remote controls that send the same body at every press.
  z.strictObject({
    cue: z.literal('slide'),
    page: z.union([z.number().int().min(1).max(maxSlidePages), z.enum(['next', 'previous'])]),
    ifVersion,
  }),
  bareCue('resume'),
  z.strictObject({ cue: z.literal('message'), text: z.union([line(120), z.literal('')]), ifVersion }),
  bareCue('blank'),
  // The film of the team on stage fills the wall.
  bareCue('show-film'),
  bareCue('hide-film'),
  bareCue('undo'),
  bareCue('close-scoring'),
  bareCue('reopen-scoring'),
  bareCue('start-reveal'),
  bareCue('reveal-next'),
  bareCue('reveal-back'),
  z.strictObject({ cue: z.literal('publish'), by: optionalLine(160).optional(), ifVersion }),
])
export type Cue = z.infer<typeof cue>
export type CueName = Cue['cue']
