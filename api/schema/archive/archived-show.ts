import { z } from 'zod'
import { deckName } from '../entry.ts'
import { eventLimits, maxSlidePages, maxTimerMs } from '../limits.ts'
import { scene } from '../stage.ts'
import { id, line, moment, optionalLine } from '../text.ts'

export const count = z.number().int().min(0).max(2_147_483_647)
export const milliseconds = z.number().min(0).max(maxTimerMs)
export const entryIds = z.array(id).max(eventLimits.entries)

export const picture = z.strictObject({
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  digest: z.string().max(64),
  /** Base64 of at most 1 MiB. */
  bytes: z.base64().max(1_400_000),
})

const slideNumber = z.number().int().min(1).max(maxSlidePages)

export const slidePage = z.strictObject({
  entryId: id,
  deck: deckName,
  page: slideNumber,
  mediaType: picture.shape.mediaType,
  /** Base64 of at most 300 KiB. */
  bytes: z.base64().max(420_000),
})

export const timer = z.strictObject({
  part: z.enum(['talk', 'questions']),
  plannedMs: milliseconds,
  startedAt: moment.nullable(),
  pausedAt: moment.nullable(),
  pausedMs: milliseconds,
})

const stage = z.strictObject({
  scene,
  sceneBefore: scene,
  onStageId: id.nullable(),
  shownIds: entryIds,
  calledAt: z.record(id, moment),
  timer,
  clocks: z.record(id, timer).default({}),
  interruptedIds: entryIds.default([]),
  message: line(120).nullable(),
  pause: z.strictObject({ message: optionalLine(120), untilAt: moment.nullable() }).nullable(),
  showcase: z.strictObject({ untilAt: moment.nullable() }).nullable().default(null),
  slides: z.strictObject({ page: slideNumber, fromMs: milliseconds, hidden: z.boolean() }).nullable().default(null),
})
const { shownIds, calledAt } = stage.shape

export const show = stage.extend({
  /** In an archive of an earlier release some of these are missing. */
  before: stage
    .extend({
      ...{ shownIds: shownIds.optional(), calledAt: calledAt.optional() },
      ...{ clocks: z.record(id, timer).optional(), interruptedIds: entryIds.optional() },
      showcase: stage.shape.showcase.unwrap().optional(),
      slides: stage.shape.slides.unwrap().optional(),
    })
    .nullable(),
  reveal: z.strictObject({ step: count, of: count }),
  introduced: z.boolean().default(false),
  film: z.strictObject({ startedAt: moment }).nullable().default(null),
  opened: z.strictObject({ at: moment, entryIds }).nullable().default(null),
})
