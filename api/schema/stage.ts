import { z } from 'zod'
import { entry } from './entry.ts'
import { phase } from './event.ts'
import { judge } from './judge.ts'
import { revealStep } from './result.ts'

export const scene = z.enum([
  ...(['welcome', 'showcase', 'on-stage', 'own-laptop', 'scoring', 'break', 'deciding'] as const),
  ...(['reveal', 'winners', 'blank'] as const),
])
export type Scene = z.infer<typeof scene>

/** Running: counts down to `endsAt`, then shows overtime. Paused: stops at `remainingMs`. */
export const stageTimer = z.object({
  state: z.enum(['ready', 'running', 'paused']),
  part: z.enum(['talk', 'questions']),
  plannedMs: z.number().int(),
  endsAt: z.string().optional(),
  remainingMs: z.number().int().optional(),
})
export type StageTimer = z.infer<typeof stageTimer>

/** Everything that a screen shows now, and nothing secret. Always complete; the highest version wins. */
export const stageSnapshot = z.object({
  version: z.number().int(),
  phase,
  scene,
  onStage: entry.nullable(),
  onDeck: entry.nullable(),
  /** Entries that `back` sent off before their time was used up, in that order: `next` calls the last of them. */
  interruptedIds: z.array(z.string()),
  /** The team on deck waits by the stage. For the host, who has no key. */
  onDeckReady: z.boolean(),
  /** Scored entries in the running order. */
  slots: z.number().int(),
  timer: stageTimer,
  /** `in`: judges of `of` who finished the entry on stage or recused. `of`: admitted, arrived and not away. Closed and 0 of 0 during a warm-up. */
  scoring: z.object({ open: z.boolean(), in: z.number().int(), of: z.number().int() }),
  /** `shown`: the steps shown so far, never one more. `step` and `of` count places: a shared place moves `step` by several. */
  reveal: z.object({ step: z.number().int(), of: z.number().int(), shown: z.array(revealStep) }),
  rehearsal: z.boolean(),
  message: z.string().nullable(),
  pause: z.object({ message: z.string(), untilAt: z.string().nullable() }).nullable(),
  showcase: z.object({ untilAt: z.string().nullable() }).nullable(),
  /** The page on the screen at `now`; null while none is shown. `turns`: when pages turn by themselves, the moment of the next one, and their pace. */
  slides: z
    .object({
      page: z.number().int(),
      of: z.number().int(),
      turns: z.object({ at: z.string(), everyMs: z.number().int() }).nullable(),
    })
    .nullable(),
  /** The operator has skipped the introduction of the entry on stage. */
  introduced: z.boolean(),
  /** Fills the wall since then; null: the scene is shown. */
  film: z.object({ startedAt: z.string() }).nullable(),
  /** When it grows, screens read the event and its line-up again. */
  lineUpVersion: z.number().int(),
  now: z.string(),
})
export type StageSnapshot = z.infer<typeof stageSnapshot>

export const panelMember = judge.extend({
  /** For a waiting judge: the listed judge whom they claim to be, or the removed judge of this name. */
  claim: z.object({ name: z.string(), removed: z.boolean() }).nullable(),
  /** `in`: finished the entry on stage, or recused from it. `inBefore`: the same for the entry called before it. */
  in: z.boolean(),
  inBefore: z.boolean(),
  done: z.number().int(),
  /** When this judge's phone was last connected; null for never. */
  seenAt: z.string().nullable(),
})
export type PanelMember = z.infer<typeof panelMember>

export const deskUpdate = z.object({
  version: z.number().int(),
  open: z.number().int(),
  panel: z.array(panelMember),
  /** From the showcase's opening to the close of scoring, for each open entry that may win: judges who have finished it, and judges sent to it. */
  visits: z.array(z.object({ entryId: z.string(), finished: z.number().int(), onTheWay: z.number().int() })),
  ready: z.array(z.string()),
  /** Connections to this server's feed for this event. */
  listening: z.number().int(),
})
export type DeskUpdate = z.infer<typeof deskUpdate>

/** Without the panel if this desk already has it. */
export type DeskFeedUpdate = Omit<DeskUpdate, 'panel'> & Partial<Pick<DeskUpdate, 'panel'>>

export const youUpdate = z.object({ judge })
export type YouUpdate = z.infer<typeof youUpdate>
