import { type BallotDraft, isComplete } from '../../api/rules/ballot/ballot.ts'
import type { Criterion } from '../../api/schema/judging/criterion.ts'

export type View = { on: 'ballot'; entryId: string } | { on: 'teams' } | { on: 'start' } | { on: 'practice' }

export type FollowState = {
  view: View
  onStageId: string | undefined
  /** The phone has shown the ballot of the team on stage since it was called. */
  arrived: boolean
  changing: boolean
  touchedAtMs: number
  viewedAtMs: number
}

export type FollowEvent =
  | { type: 'stage'; onStageId: string | undefined }
  | { type: 'touch' }
  /** `scanned`: the judge stands in front of this team, so its ballot stays as long as a team chosen from the list. */
  | { type: 'open'; view: View; scanned?: boolean }
  | { type: 'change' }
  | { type: 'tick' }
  | { type: 'not-live' }

export type Work = 'none' | 'half-done' | 'comment'

/** A phone that nobody touches for this long turns to a team that was called. */
export const restMs = 4_000
/** People pause between two words of a comment, and look longer at a page that they chose themselves. */
export const commentRestMs = 15_000
export const chosenRestMs = 30_000
/** A tap in the first moments of a view was meant for the view before it. */
export const settleMs = 300

export const initialFollowState: FollowState = {
  view: { on: 'start' },
  onStageId: undefined,
  arrived: false,
  changing: false,
  touchedAtMs: Number.NEGATIVE_INFINITY,
  viewedAtMs: Number.NEGATIVE_INFINITY,
}

const sameView = (a: View, b: View) =>
  a.on === b.on && (a.on !== 'ballot' || b.on !== 'ballot' || a.entryId === b.entryId)

export const isOnStageView = ({ view, onStageId }: FollowState) => view.on === 'ballot' && view.entryId === onStageId

function show(state: FollowState, view: View, nowMs: number): FollowState {
  const next = sameView(state.view, view) ? state : { ...state, view, changing: false, viewedAtMs: nowMs }
  return isOnStageView(next) ? { ...next, arrived: true } : next
}

/** When the phone turns to the team on stage by itself, in ms of the same clock as the events; undefined: it does not. */
export function turnDueAt(state: FollowState, work: Work): number | undefined {
  const { view, onStageId, arrived, touchedAtMs } = state
  if (onStageId === undefined || isOnStageView(state)) return undefined
  if (view.on === 'start') return Number.NEGATIVE_INFINITY
  if (view.on === 'ballot' && work === 'half-done') return undefined
  if (work === 'comment') return touchedAtMs + commentRestMs
  return touchedAtMs + (arrived ? chosenRestMs : restMs)
}

export function follow(state: FollowState, event: FollowEvent, nowMs: number, work: Work): FollowState {
  switch (event.type) {
    case 'stage': {
      if (event.onStageId === state.onStageId) return state
      const next = { ...state, onStageId: event.onStageId, arrived: false, changing: false }
      return turnIfDue(isOnStageView(next) ? { ...next, arrived: true } : next, nowMs, work)
    }
    case 'touch':
      return { ...state, touchedAtMs: nowMs }
    case 'open':
      return show({ ...state, touchedAtMs: nowMs, arrived: state.arrived || event.scanned === true }, event.view, nowMs)
    case 'change':
      return { ...state, changing: true, touchedAtMs: nowMs, viewedAtMs: nowMs }
    case 'tick':
      return turnIfDue(state, nowMs, work)
    case 'not-live':
      return show({ ...state, onStageId: undefined, arrived: false }, { on: 'start' }, nowMs)
  }
}

function turnIfDue(state: FollowState, nowMs: number, work: Work): FollowState {
  const dueAt = turnDueAt(state, work)
  if (dueAt === undefined || dueAt > nowMs || state.onStageId === undefined) return state
  return show(state, { on: 'ballot', entryId: state.onStageId }, nowMs)
}

/** A finished ballot of a team that is not on stage takes no tap until the judge presses Change. */
export function isReadOnly(state: FollowState, entryId: string, finished: boolean): boolean {
  return finished && entryId !== state.onStageId && !(state.changing && isBallotOf(state, entryId))
}

const isBallotOf = ({ view }: FollowState, entryId: string) => view.on === 'ballot' && view.entryId === entryId

export function acceptsTap({ viewedAtMs }: FollowState, beganAtMs: number): boolean {
  return beganAtMs >= viewedAtMs + settleMs
}

export function isHalfDone(paper: BallotDraft, criteria: Criterion[]): boolean {
  const begun = Object.keys(paper.scores).length > 0 || paper.comment.trim() !== ''
  return begun && !paper.recused && !isComplete(paper, criteria)
}
