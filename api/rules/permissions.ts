import type { Phase } from '../schema/event.ts'
import { Refusal, type RefusalCode } from './refusal.ts'
import {
  always,
  archiveSealed,
  closeFirst,
  commentsAfterClose,
  type EventState,
  frozen,
  namesFixed,
  onlyWords,
  panelFixed,
  rehearseBeforeShow,
  removeInstead,
  resultFixed,
  scoringClosed,
  sealed,
  tooLate,
  underWay,
  untilClose,
  untilResultFixed,
  untilReveal,
  type Verdict,
  whileScoring,
  yes,
} from './verdicts.ts'

export type { EventState } from './verdicts.ts'

type Permission = Record<Phase, Verdict> & {
  /** Checked before the phase. */
  refusedIf?: { code: RefusalCode; detail?: string; when: (event: EventState) => boolean }
}

/**
 * Each action's answer by phase: allowed, or the refusal. Every route that changes an event or reads sealed data names its action and
 * tests no phase itself. Cues have their own table (show/cues/cue-table.ts).
 */
const permissions = {
  'change-event': always,
  'change-result-settings': untilResultFixed('the method and the awards stay as they are'),
  // Once the showcase has opened every entry, judges rely on it to take their ballots.
  'change-scoring': {
    ...untilClose,
    refusedIf: {
      code: 'too-late-to-change',
      detail: 'The showcase has opened every team for scores, so teams stay open in any order',
      when: (event: EventState) => event.show.opened !== null,
    },
  },
  'reword-rubric': untilReveal,
  'change-rubric': { ...untilReveal, closed: onlyWords },
  'reword-challenges': untilReveal,
  'change-challenges': {
    ...untilReveal,
    closed: {
      code: 'scoring-closed',
      detail: 'Scoring has closed. The words of a challenge may still change; its judges, teams and questions stay',
    },
  },
  'choose-challenges': { ...untilClose, refusedIf: frozen },
  'copy-event': always,
  'delete-event': {
    setup: yes,
    live: { code: 'under-way' },
    closed: { code: 'under-way' },
    revealing: { code: 'under-way' },
    final: yes,
  },
  'delete-event-under-way': always,
  'forget-people': { setup: yes, live: underWay, closed: yes, revealing: underWay, final: yes },

  'add-entry': untilClose,
  'import-entries': untilClose,
  'edit-entry': namesFixed,
  'edit-own-entry': { ...namesFixed, refusedIf: frozen },
  'remove-entry': untilClose,
  'set-ready': untilClose,
  'set-running-order': always,
  'draw-running-order': untilClose,
  'set-event-picture': always,
  'set-entry-picture': always,
  'set-own-picture': { ...untilReveal, refusedIf: frozen },
  'set-entry-slides': always,
  'set-own-slides': {
    ...untilReveal,
    refusedIf: {
      ...frozen,
      detail: 'The organiser has closed the entries to changes. Ask at the desk to put in other slides',
    },
  },

  'set-film': always,
  // Stores a part. The screens learn of the film when it is complete.
  'upload-film': always,

  'add-judge': panelFixed,
  'import-judges': panelFixed,
  join: {
    setup: yes,
    live: yes,
    closed: scoringClosed,
    revealing: scoringClosed,
    final: scoringClosed,
    refusedIf: { code: 'link-only', when: (event: EventState) => event.admission === 'link' },
  },
  // A client repeats a join whose response was lost.
  'repeat-join': always,
  'admit-judge': panelFixed,
  'merge-judges': panelFixed,
  'correct-judge': untilResultFixed('the names of judges stay as they are'),
  'remove-judge': panelFixed,
  'set-judge-away': always,
  'issue-key': always,
  'revoke-key': always,
  'hand-over-desk': always,

  'play-cue': always,
  'show-caption': { ...always, refusedIf: { code: 'captions-off', when: (event: EventState) => !event.captions } },
  // Returns null until a showcase opens the entries.
  'suggest-entry': always,
  'save-ballot': whileScoring,
  'copy-paper-ballot': whileScoring,

  'set-prizes': untilResultFixed('the prizes stay as they are'),
  'disqualify-entry': { ...untilResultFixed('the awards stay as they are'), setup: removeInstead },
  'cast-vote': { setup: closeFirst, live: closeFirst, closed: yes, revealing: tooLate, final: tooLate },
  'decide-feedback': commentsAfterClose,

  'start-rehearsal': {
    setup: yes,
    live: rehearseBeforeShow,
    closed: rehearseBeforeShow,
    revealing: rehearseBeforeShow,
    final: rehearseBeforeShow,
    refusedIf: {
      code: 'rehearsal-itself',
      detail: 'This is a rehearsal itself, so it cannot be rehearsed',
      when: (event: EventState) => event.rehearsalOf !== null,
    },
  },
  'wipe-rehearsal': always,

  'read-archive': { ...always, live: archiveSealed },
  'read-ballot-history': { ...always, live: sealed },
  'read-comments': commentsAfterClose,
  'read-feedback': { setup: sealed, live: sealed, closed: sealed, revealing: sealed, final: yes },
  'read-result': { setup: sealed, live: sealed, closed: sealed, revealing: sealed, final: yes },
  'read-result-as-organiser': { setup: sealed, live: sealed, closed: yes, revealing: yes, final: yes },
  'read-review': { setup: sealed, live: sealed, closed: yes, revealing: resultFixed, final: resultFixed },
} satisfies Record<string, Permission>

export type Action = keyof typeof permissions
export const actions = Object.keys(permissions) as Action[]

export function findRefusal(action: Action, event: EventState): Refusal | undefined {
  const permission: Permission = permissions[action]
  const { refusedIf } = permission
  if (refusedIf?.when(event)) return new Refusal(refusedIf.code, refusedIf.detail)
  return findPhaseRefusal(action, event.show.phase)
}

export function findPhaseRefusal(action: Action, phase: Phase): Refusal | undefined {
  const answer: Verdict = (permissions[action] as Permission)[phase]
  return answer === 'yes' ? undefined : new Refusal(answer.code, answer.detail)
}

export function checkPermission(action: Action, event: EventState): void {
  const refusal = findRefusal(action, event)
  if (refusal) throw refusal
}

export function refusalsOf(action: Action): RefusalCode[] {
  const { refusedIf, ...phases } = permissions[action] as Permission
  const codes = Object.values(phases).flatMap((answer) => (answer === 'yes' ? [] : answer.code))
  return [...new Set([...codes, ...(refusedIf ? [refusedIf.code] : [])])]
}
