import type { Admission, Phase } from '../schema/event.ts'
import type { RefusalCode } from './refusal.ts'

export type Verdict = 'yes' | { code: RefusalCode; detail?: string }

export type EventState = {
  show: { phase: Phase; opened: unknown }
  entriesFrozen: boolean
  rehearsalOf: string | null
  admission: Admission
  captions: boolean
}

export const yes = 'yes'
export const always = { setup: yes, live: yes, closed: yes, revealing: yes, final: yes } as const

export const tooLate = { code: 'too-late-to-change' } as const
export const untilClose = { setup: yes, live: yes, closed: tooLate, revealing: tooLate, final: tooLate } as const
export const untilReveal = { setup: yes, live: yes, closed: yes, revealing: tooLate, final: tooLate } as const

/** `unchanged` completes the sentence of the refusal. */
export const untilResultFixed = (unchanged: string) => {
  const fixed = {
    code: 'too-late-to-change',
    detail: `The result was fixed when the reveal began, so ${unchanged}`,
  } as const
  return { setup: yes, live: yes, closed: yes, revealing: fixed, final: fixed } as const
}
export const namesFixed = untilResultFixed('names and titles stay as they were announced')
export const panelFixed = untilResultFixed('the panel stays as it is. You can still stop a judge’s link')

export const underWay = {
  code: 'too-late-to-change',
  detail: 'The show is under way. Remove the people afterwards',
} as const
export const rehearseBeforeShow = {
  code: 'too-late-to-change',
  detail: 'The doors are open. Rehearse before the show, so that nobody takes one for the other',
} as const

export const notOpen = { code: 'scoring-not-open' } as const
export const scoringClosed = { code: 'scoring-closed' } as const
export const whileScoring = {
  setup: notOpen,
  live: yes,
  closed: scoringClosed,
  revealing: scoringClosed,
  final: scoringClosed,
} as const
export const onlyWords = {
  code: 'scoring-closed',
  detail: 'Scoring has closed. The words may still change; the questions, scales and weights stay',
} as const

export const removeInstead = { code: 'not-open', detail: 'Before the doors open, remove the team or skip it' } as const

export const sealed = { code: 'results-sealed' } as const
export const archiveSealed = {
  code: 'results-sealed',
  detail: 'The archive holds every score, so it opens when scoring has closed',
} as const
export const commentsSealed = {
  code: 'results-sealed',
  detail: 'Judges are scoring, so their comments open when scoring has closed',
} as const
export const commentsAfterClose = {
  setup: commentsSealed,
  live: commentsSealed,
  closed: yes,
  revealing: yes,
  final: yes,
} as const
export const closeFirst = { code: 'close-first' } as const
export const resultFixed = { code: 'reveal-under-way', detail: 'The result is fixed now' } as const

export const frozen = { code: 'entries-frozen', when: (event: EventState) => event.entriesFrozen } as const
