import type { Archive } from '../../schema/archive/archive.ts'
import type { Phase } from '../../schema/event.ts'
import { refuse } from '../refusal.ts'
import type { ArchiveParts } from './archive-parts.ts'
import type { FaultList } from './faults.ts'

type Stage = Pick<Archive['event']['show'], 'onStageId' | 'timer'> &
  Partial<Pick<Archive['event']['show'], 'shownIds' | 'calledAt' | 'clocks' | 'interruptedIds' | 'slides'>>

export function checkShow({ event, entries, released }: ArchiveParts, reached: Phase, list: FaultList): void {
  const { phase, show } = event
  const known = new Set(entries.map(({ id }) => id))
  checkStage('/event/show', show, known, list)
  for (const [at, entryId] of (show.opened?.entryIds ?? []).entries())
    list.check(`/event/show/opened/entryIds/${at}`, () => {
      if (!known.has(entryId)) refuse('no-such-entry')
    })
  const opens = show.opened?.entryIds ?? []
  list.expectUnique(opens, (at) => `/event/show/opened/entryIds/${at}`, 'The showcase opens an entry once')
  if (show.before) checkStage('/event/show/before', show.before, known, list)
  list.expect('/event/phase', phase === reached, `By its history the event has come to “${reached}”`)
  const isFixed = phase === 'revealing' || phase === 'final'
  list.expect('/released', isFixed === (released !== null), `This does not go with the phase “${phase}”`)
  const isEmpty = show.onStageId === null && show.shownIds.length === 0
  list.expect('/event/show/shownIds', phase !== 'setup' || isEmpty, 'Nobody is on stage before the doors open')
  list.expect('/event/show/opened', phase !== 'setup' || show.opened === null, 'No showcase opens before the doors')
  const { step, of } = show.reveal
  const steps = released?.steps.length ?? 0
  list.expect('/event/show/reveal/of', of === steps, `The reveal has ${steps} steps`)
  list.expect(
    '/event/show/reveal/step',
    step <= of && (phase !== 'final' || step === of),
    'The reveal has no such step',
  )
}

function checkStage(pointer: string, stage: Stage, known: Set<string>, list: FaultList): void {
  const { onStageId, shownIds = [], calledAt = {}, clocks = {}, interruptedIds = [], timer } = stage
  const checkKnown = (where: string, entryId: string) =>
    list.check(`${pointer}/${where}`, () => {
      if (!known.has(entryId)) refuse('no-such-entry')
    })
  if (onStageId !== null) checkKnown('onStageId', onStageId)
  for (const [at, entryId] of shownIds.entries()) checkKnown(`shownIds/${at}`, entryId)
  for (const [at, entryId] of interruptedIds.entries()) checkKnown(`interruptedIds/${at}`, entryId)
  for (const entryId of Object.keys(clocks)) checkKnown(`clocks/${entryId}`, entryId)
  list.expectUnique(shownIds, (at) => `${pointer}/shownIds/${at}`, 'An entry is first shown once')
  const isOnRecord = onStageId === null || !stage.shownIds || shownIds.includes(onStageId)
  list.expect(`${pointer}/onStageId`, isOnRecord, 'An entry on stage is among those shown')
  list.expect(`${pointer}/slides`, !stage.slides || onStageId !== null, 'Slides belong to a team on stage')
  const called = Object.keys(calledAt)
  const sameIds = called.length === shownIds.length && called.every((entryId) => shownIds.includes(entryId))
  list.expect(`${pointer}/calledAt`, sameIds, 'Every entry that was shown has the moment of its first call')
  for (const [where, clock] of [
    ['timer', timer] as const,
    ...Object.entries(clocks).map(([entryId, own]) => [`clocks/${entryId}`, own] as const),
  ])
    list.expect(
      `${pointer}/${where}`,
      clock.startedAt !== null || clock.pausedAt === null,
      'A clock is started before it is paused',
    )
}

const phaseOf: Record<string, Phase | undefined> = {
  'open-doors': 'live',
  'close-scoring': 'closed',
  'reopen-scoring': 'live',
  'start-reveal': 'revealing',
  publish: 'final',
}

/** Every cue that changes the phase has a line in the history. */
export async function phaseAfter(lines: AsyncIterable<{ what: string }[]>): Promise<Phase> {
  let phase: Phase = 'setup'
  for await (const batch of lines) for (const { what } of batch) phase = phaseOf[what] ?? phase
  return phase
}
