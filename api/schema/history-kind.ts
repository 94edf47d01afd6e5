import type { CueName } from './cue.ts'

export const recordedChanges = [
  'change-event',
  'change-rubric',
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
  'away',
  'back',
  'judge-links',
  'team-links',
  'copy-paper',
  'forget-people',
  'hand-over-desk',
] as const

export type HistoryKind = CueName | (typeof recordedChanges)[number]
