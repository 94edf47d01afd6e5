import { z } from 'zod'
import { ballotEdit, castingVote, historyLine, prize } from './award.ts'
import { ballot } from './ballot.ts'
import { entry } from './entry.ts'
import { event } from './event.ts'
import { judge } from './judge.ts'
import { result, revealStep } from './result.ts'
import { scene } from './stage.ts'
import { slug } from './text.ts'

const moment = z.iso.datetime({ offset: true })

const show = z.object({
  scene,
  sceneBefore: scene,
  onStageId: z.string().nullable(),
  shownIds: z.array(z.string()),
  calledAt: z.record(z.string(), moment),
  before: z.looseObject({}).nullable(),
  timer: z.object({
    part: z.enum(['talk', 'questions']),
    plannedMs: z.number(),
    startedAt: moment.nullable(),
    pausedAt: moment.nullable(),
    pausedMs: z.number(),
  }),
  message: z.string().nullable(),
  pause: z.object({ message: z.string(), untilAt: z.string().nullable() }).nullable(),
  reveal: z.object({ step: z.number().int(), of: z.number().int() }),
})

/** A whole event as one document. Keys are not in it: links are made anew where it is brought in. */
export const archive = z.object({
  format: z.literal('demo-hour/archive', { error: 'This is not an archive of Demo Hour' }),
  version: z.literal(1, { error: 'This archive was made by a newer Demo Hour' }),
  event: event.omit({ joinUrl: true, picture: true }).extend({
    slug,
    rehearsal: z.boolean().default(false),
    show,
    lineUpVersion: z.number().int(),
    version: z.number().int(),
  }),
  entries: z.array(entry.omit({ shown: true, calledAt: true })).max(500),
  judges: z.array(judge.extend({ joinedAt: moment })).max(5000),
  ballots: z.array(ballot.extend({ judgeId: z.string() })).max(100_000),
  prizes: z.array(prize).max(100),
  castingVotes: z.array(castingVote.extend({ id: z.string(), at: moment })).max(1000),
  history: z.object({ event: z.array(historyLine), ballots: z.array(ballotEdit) }),
  released: z.object({ result, steps: z.array(revealStep), digest: z.string(), computedAt: moment }).nullable(),
})
export type Archive = z.infer<typeof archive>
