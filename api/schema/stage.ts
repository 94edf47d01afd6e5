import { z } from 'zod'
import { entry } from './entry.ts'
import { phase } from './event.ts'
import { judge } from './judge.ts'
import { revealStep } from './result.ts'

/** What the projector shows. */
export const scene = z.enum(['welcome', 'on-stage', 'scoring', 'break', 'deciding', 'reveal', 'winners', 'blank'])
export type Scene = z.infer<typeof scene>

/** The stage clock. Running: counts to `endsAt`, past it is overtime. Paused: stands at `remainingMs`. */
export const stageTimer = z.object({
  state: z.enum(['ready', 'running', 'paused']),
  part: z.enum(['talk', 'questions']),
  plannedMs: z.number().int(),
  endsAt: z.string().optional(),
  remainingMs: z.number().int().optional(),
})
export type StageTimer = z.infer<typeof stageTimer>

/** Small, whole, and the newest wins: everything that any screen needs to show this moment, and nothing secret. */
export const stageSnapshot = z.object({
  version: z.number().int(),
  phase,
  scene,
  /** The entry now on stage, with its place among those in the running order. */
  onStage: entry.nullable(),
  /** The entry after it, or the first one while nobody has been called. */
  onDeck: entry.nullable(),
  /** Entries that `back` sent off before their time was used up, in that order: the last of them comes on next. */
  interruptedIds: z.array(z.string()),
  /** It has said that it waits by the stage: for the host, who has no key. */
  onDeckReady: z.boolean(),
  /** How many entries of the running order are scored. */
  slots: z.number().int(),
  timer: stageTimer,
  /** Closed and without judges while a warm-up is on stage. `of`: admitted judges who have come and are not marked away; `in`: those who have finished, or recused themselves from, the entry on stage. */
  scoring: z.object({ open: z.boolean(), in: z.number().int(), of: z.number().int() }),
  /** `shown` holds the steps uncovered so far and never one more. `step` and `of` count places: a shared one moves `step` on by several. */
  reveal: z.object({ step: z.number().int(), of: z.number().int(), shown: z.array(revealStep) }),
  /** Nothing counts in this event: every screen says so. */
  rehearsal: z.boolean(),
  message: z.string().nullable(),
  pause: z.object({ message: z.string(), untilAt: z.string().nullable() }).nullable(),
  /** Grows when the event or its line-up changed, so that a screen knows to read them again. */
  lineUpVersion: z.number().int(),
  now: z.string(),
})
export type StageSnapshot = z.infer<typeof stageSnapshot>

/** A judge as the desk sees them: progress, never a score. */
export const panelMember = judge.extend({
  /** Of one who waits: the listed judge whom they claim to be, or the removed one of this name. */
  claim: z.object({ name: z.string(), removed: z.boolean() }).nullable(),
  /** Finished or recused for the entry on stage. */
  in: z.boolean(),
  /** Finished or recused for the entry that was called before the one on stage. */
  inBefore: z.boolean(),
  /** How many entries shown so far this judge has finished or recused from. */
  done: z.number().int(),
  /** When this judge's phone was last known to listen; null while it has never been. */
  seenAt: z.string().nullable(),
})
export type PanelMember = z.infer<typeof panelMember>

/** What the desk is told beside the stage snapshot. `shown`: how many entries have been called so far. */
export const deskUpdate = z.object({
  version: z.number().int(),
  shown: z.number().int(),
  panel: z.array(panelMember),
  /** The entries that have said that they wait by the stage. */
  ready: z.array(z.string()),
  /** How many screens and phones listen to this server's feed for this event. */
  listening: z.number().int(),
})
export type DeskUpdate = z.infer<typeof deskUpdate>

/** The same in the feed, where the panel is left out while it is as this desk has it. */
export type DeskFeedUpdate = Omit<DeskUpdate, 'panel'> & Partial<Pick<DeskUpdate, 'panel'>>

/** What one judge's phone is told about itself. */
export const youUpdate = z.object({ judge })
export type YouUpdate = z.infer<typeof youUpdate>
