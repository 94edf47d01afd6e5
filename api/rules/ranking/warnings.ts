export const warnings = {
  'no-scores': {
    title: 'No ballot is complete yet',
    offer: 'There is nothing to rank until a judge completes a ballot.',
  },
  'one-judge': {
    title: 'Only one judge has scored',
    offer: 'The ranking is this judge’s own. Ask a second judge to score, or say so when you announce it.',
  },
  disconnected: {
    title: 'The judges fall into groups that never scored the same entry',
    offer:
      'Scores cannot be compared across the groups. Rank each group by itself, unless the chair asks for one ranking.',
  },
  'too-close': {
    title: 'Too close to call',
    offer: 'Offer joint places, or ask the chair for a casting vote.',
  },
  'weak-link': {
    title: 'The leading entries share too few judges',
    offer:
      'Their order hangs on how few judges saw both. While scoring is open, ask a judge to score the one they missed.',
  },
  unscored: {
    title: 'This entry has no complete ballot',
    offer: 'It has no rank. While scoring is open, ask a judge to score it.',
  },
  thin: {
    title: 'Fewer than three judges have scored this entry',
    offer: 'Its place is provisional: ask the chair to confirm it if it reaches the podium.',
  },
  'judge-out-of-line': {
    title: 'This judge saw some entries differently from the others',
    offer:
      'There may be a good reason. Look at these marks beside the others’ with the chair; every ballot still counts.',
  },
  'judge-constant': {
    title: 'This judge gave every entry the same mark',
    offer: 'The ballots count but say nothing about the order. While scoring is open, a friendly word may help.',
  },
} as const

export type WarningCode = keyof typeof warnings

/** `entry`, `judge` and the like are indexes in the table. */
export interface Finding {
  code: WarningCode
  entry?: number
  judge?: number
  entries?: number[]
  /** The rank after which the order is in doubt: 1, or the last announced place. */
  place?: number
  chance?: number
}
