import { z } from 'zod'
import { entry } from './entry.ts'
import { phase } from './event.ts'
import { judge } from './judge.ts'
import { revealStep } from './result.ts'

export const scene = z.enum([
  ...(['welcome', 'showcase', 'on-stage', 'scoring', 'break', 'deciding'] as const),
  ...(['reveal', 'winners', 'blank'] as const),
])
export type Scene = z.infer<typeof scene>

/** The stage timer. Running: counts down to `endsAt`, then shows overtime. Paused: stands at `remainingMs`. */
export const stageTimer = z.object({
  state: z.enum(['ready', 'running', 'paused']),
  part: z.enum(['talk', 'questions']),
  plannedMs: z.number().int(),
  endsAt: z.string().optional(),
  remainingMs: z.number().int().optional(),
})
export type StageTimer = z.infer<typeof stageTimer>

/** Everything that any screen needs to show this moment, and nothing secret. Always whole; the highest version wins. */
export const stageSnapshot = z.object({
  version: z.number().int(),
  phase,
  scene,
  onStage: entry.nullable(),
  /** The next entry, or the first while nobody has been called. */
  onDeck: entry.nullable(),
  /** Entries that `back` sent off before their time was used up, in that order: `next` calls the last of them. */
  interruptedIds: z.array(z.string()),
  /** The team on deck reported that it waits by the stage: for the host, who has no key. */
  onDeckReady: z.boolean(),
  /** Scored entries in the running order. */
  slots: z.number().int(),
  timer: stageTimer,
  /** While a warm-up is on stage: closed and 0 of 0. `of`: admitted judges who have arrived and are not away; `in`: those who finished the entry on stage or recused. */
  scoring: z.object({ open: z.boolean(), in: z.number().int(), of: z.number().int() }),
  /** `shown` has the steps shown so far, never one more. `step` and `of` count places: a shared place moves `step` by several. */
  reveal: z.object({ step: z.number().int(), of: z.number().int(), shown: z.array(revealStep) }),
  rehearsal: z.boolean(),
  message: z.string().nullable(),
  pause: z.object({ message: z.string(), untilAt: z.string().nullable() }).nullable(),
  /** The showcase that is on, also during a break of it or while the stage is dark. */
  showcase: z.object({ untilAt: z.string().nullable() }).nullable(),
  /** Grows when the event or its line-up changes: then screens read them again. */
  lineUpVersion: z.number().int(),
  now: z.string(),
})
export type StageSnapshot = z.infer<typeof stageSnapshot>

export const panelMember = judge.extend({
  /** For a waiting judge: the listed judge whom they claim to be, or the removed one of this name. */
  claim: z.object({ name: z.string(), removed: z.boolean() }).nullable(),
  /** Finished the entry on stage, or recused from it. */
  in: z.boolean(),
  /** The same for the entry called before it. */
  inBefore: z.boolean(),
  /** Open entries that this judge has finished or recused from. */
  done: z.number().int(),
  /** When this judge's phone was last connected; null for never. */
  seenAt: z.string().nullable(),
})
export type PanelMember = z.infer<typeof panelMember>

/** What the desk receives besides the stage snapshot. `open`: entries that take ballots so far. */
export const deskUpdate = z.object({
  version: z.number().int(),
  open: z.number().int(),
  panel: z.array(panelMember),
  /** During the showcase, by open entry that may win: judges who have finished it, and those on the way to it. Empty otherwise. */
  visits: z.array(z.object({ entryId: z.string(), finished: z.number().int(), onTheWay: z.number().int() })),
  /** Ids of entries whose teams wait by the stage. */
  ready: z.array(z.string()),
  /** Connections to this instance's feed for this event. */
  listening: z.number().int(),
})
export type DeskUpdate = z.infer<typeof deskUpdate>

/** In the feed: without the panel while this desk already has it. */
export type DeskFeedUpdate = Omit<DeskUpdate, 'panel'> & Partial<Pick<DeskUpdate, 'panel'>>

export const youUpdate = z.object({ judge })
export type YouUpdate = z.infer<typeof youUpdate>
