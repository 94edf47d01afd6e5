import { z } from 'zod'
import { ballotSource } from './ballot.ts'
import type { CueName } from './cue.ts'

export const recordedChanges = [
  'change-event',
  'change-rubric',
  'change-challenges',
  'remove-entry',
  'draw-order',
  'set-prizes',
  'casting-vote',
  'disqualify',
  'reinstate',
  'admit',
  'remove',
  'remove-recent',
  'claim-judge',
  'correct-judge',
  'merge-judges',
  'export-judge',
  'away',
  'back',
  'judge-links',
  'team-links',
  'remote-link',
  'links-sent',
  'copy-paper',
  'forget-people',
  'hand-over-desk',
] as const

export type HistoryKind = CueName | (typeof recordedChanges)[number]

export const historyLine = z.object({
  at: z.string(),
  version: z.number().int().nullable(),
  what: z.string(),
  detail: z.record(z.string(), z.unknown()),
})
export type HistoryLine = z.infer<typeof historyLine>

export const ballotEdit = z.object({
  judgeId: z.string(),
  entryId: z.string(),
  scores: z.record(z.string(), z.number()),
  comment: z.string(),
  recused: z.boolean(),
  editedAt: z.string(),
  savedAt: z.string(),
  source: ballotSource.default('phone'),
})
export type BallotEdit = z.infer<typeof ballotEdit>
