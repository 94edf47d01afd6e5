import type { Entry } from '../../schema/entry.ts'
import type { StageSnapshot } from '../../schema/stage.ts'

export const handOverMs = 6_000
/** A team that was called for less time than this did not present. */
const shortestTurnMs = 20_000

type CalledEntry = Pick<Entry, 'id' | 'calledAt'>
type Stage = Pick<StageSnapshot, 'scene' | 'timer' | 'interruptedIds' | 'introduced' | 'slides' | 'film'> & {
  onStage: CalledEntry | null
}

/**
 * The part of the hand-over that has passed at `nowMs` (server time), from 0 to 1; undefined outside it. After a team's first call the
 * stage introduces it; `skip-introduction` ends that, and so does every cue that starts the clock, slides or a film, or changes the scene. It follows from the snapshot alone, so that all
 * screens agree, whenever they were opened.
 */
export function handOverProgress(
  { scene, timer, onStage, introduced, slides, film }: Stage,
  nowMs: number,
): number | undefined {
  const isWaiting = scene === 'on-stage' && timer.state === 'ready' && timer.part === 'talk'
  if (introduced || slides || film || !isWaiting || !onStage?.calledAt) return undefined
  const passedMs = nowMs - Date.parse(onStage.calledAt)
  return passedMs < handOverMs ? Math.max(0, passedMs / handOverMs) : undefined
}

/** The team that presented before the one on stage; undefined for the first, and after a team that presents again later. */
export function teamBefore<E extends CalledEntry>(
  entries: readonly E[],
  { onStage, interruptedIds }: Stage,
): E | undefined {
  if (!onStage?.calledAt) return undefined
  const calledMs = Date.parse(onStage.calledAt)
  const earlier = entries
    .filter(({ id, calledAt }) => id !== onStage.id && calledAt !== null && Date.parse(calledAt) < calledMs)
    .toSorted((a, b) => Date.parse(b.calledAt!) - Date.parse(a.calledAt!))
  const [last] = earlier
  const hasPresented =
    last && calledMs - Date.parse(last.calledAt!) >= shortestTurnMs && !interruptedIds.includes(last.id)
  return hasPresented ? last : undefined
}
