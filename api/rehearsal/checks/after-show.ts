import type { Archive } from '../../schema/archive.ts'
import type { Ballot } from '../../schema/ballot.ts'
import type { Award, Result } from '../../schema/result.ts'
import type { StageSnapshot } from '../../schema/stage.ts'
import { isRefusal } from '../caller.ts'
import type { PhoneBallot } from '../judges/phone.ts'
import type { Pace } from '../pace.ts'
import type { Screen } from '../screen.ts'
import type { CheckTools } from './checks.ts'

/** What must hold once everything is over: nothing lost, nothing doubled, every screen at the end. */
export async function checkAfterShow(tools: CheckTools, screens: Screen[], pace: Pace): Promise<void> {
  await checkBallots(tools)
  await checkScreens(tools, screens, pace)
}

async function checkBallots({ target, panel, stats }: CheckTools): Promise<void> {
  const { promises } = stats
  const archived = await archivedEdits(target)
  for (const { made, judge } of panel.seats) {
    const { ballots } = await made.phone.caller.get<{ ballots: Ballot[] }>(`/events/${target.event.slug}/ballots`)
    const ids = ballots.map((ballot) => ballot.entryId)
    promises.check('one', new Set(ids).size === ids.length, () => `${judge.name} has two ballots for one entry`)
    const strays = ids.filter((id) => !made.phone.held().has(id)).length
    promises.check('one', strays === 0, () => `${judge.name} has ${strays} ballots that were never given`)
    for (const [entryId, held] of made.phone.held()) {
      if (!held.acknowledged) continue
      const edits = [held.acknowledged, ...held.unsure].map((paper) => editOf(judge.id, paper))
      promises.check('archive', !archived || edits.some((edit) => archived.has(edit)), () => {
        return `a ballot of ${judge.name} was acknowledged and is not in the archive`
      })
      const stored = ballots.find((ballot) => ballot.entryId === entryId)
      promises.check('saved', stored !== undefined && standsAs(stored, held), () =>
        stored
          ? `${judge.name} last tapped ${JSON.stringify(held.acknowledged)}, and ${JSON.stringify(stored)} is stored`
          : `a ballot of ${judge.name} was acknowledged and is gone`,
      )
    }
  }
}

const editOf = (judgeId: string, { entryId, editedAt }: Pick<Ballot, 'entryId' | 'editedAt'>) =>
  `${judgeId} ${entryId} ${Date.parse(editedAt)}`

/** Undefined while it is sealed: a show that stopped half-way has no archive to look into. */
async function archivedEdits({ organiser, event }: CheckTools['target']): Promise<Set<string> | undefined> {
  try {
    const { ballots } = await organiser.get<Archive>(`/events/${event.slug}/archive`)
    return new Set(ballots.map((ballot) => editOf(ballot.judgeId, ballot)))
  } catch (failure) {
    if (isRefusal(failure)) return undefined
    throw failure
  }
}

/** The newest edit that was acknowledged; or a later one whose answer was lost just before the close. */
function standsAs(stored: Ballot, { acknowledged, unsure }: PhoneBallot): boolean {
  return [...unsure, ...(acknowledged ? [acknowledged] : [])].some(
    (paper) =>
      Date.parse(paper.editedAt) === Date.parse(stored.editedAt) &&
      paper.recused === stored.recused &&
      paper.comment === stored.comment &&
      sorted(paper.scores) === sorted(stored.scores),
  )
}

const sorted = (scores: Record<string, number>) => JSON.stringify(Object.entries(scores).sort())

async function checkScreens({ target, stats }: CheckTools, screens: Screen[], pace: Pace): Promise<void> {
  const { version } = await target.nobody.get<StageSnapshot>(`/events/${target.event.slug}/stage`)
  const behind = () => screens.filter((screen) => screen.latest()?.version !== version)
  await pace.waitUntil(() => behind().length === 0, 60)
  for (const screen of screens)
    stats.promises.check('newest', screen.latest()?.version === version, () => {
      return `a ${screen.kind} stands at ${screen.latest()?.version ?? 'nothing'} where the stage is at ${version}`
    })
}

/** Published: everyone reads the organiser's result, as much of it as is published, and the stage shows the same winners. */
export async function checkResult({ target, stats }: CheckTools): Promise<void> {
  const { promises } = stats
  const path = `/events/${target.event.slug}/results`
  const whole = await target.organiser.get<Result>(path)
  const result = await target.nobody.get<Result>(path).catch((failure: Error) => failure)
  const open = !(result instanceof Error)
  promises.check('sealed', open, () => `published, but nobody’s key met “${(result as Error).message}”`)
  if (!open) return
  const winners = winnersOf(whole.awards)
  promises.check(
    'sealed',
    winners === winnersOf(result.awards),
    () => 'the room reads another result than the organiser',
  )
  const table = result.standings.length
  promises.check('sealed', table === 0, () => `the winners are published, but nobody’s key reads ${table} standings`)
  const { reveal } = await target.nobody.get<StageSnapshot>(`/events/${target.event.slug}/stage`)
  const last = reveal.shown.at(-1)
  const shown = last?.kind === 'winners' ? winnersOf(last.awards) : 'none'
  promises.check('sealed', shown === winnersOf(result.awards), () => 'the stage shows other winners than the result')
  const csv = await target.nobody.getText(`${path}.csv`)
  const lines = csv.trim().split('\r\n').length - 1
  const honoured = new Set(whole.awards.flatMap((award) => award.entryIds)).size
  promises.check('sealed', lines === honoured, () => `the spreadsheet has ${lines} lines of results`)
  const judged = result.warnings.filter((warning) => warning.judgeIds.length > 0).length
  promises.check('apart', judged === 0, () => 'the published result speaks of single judges')
}

const winnersOf = (awards: Award[]) =>
  awards
    .filter((award) => award.kind === 'place')
    .map((award) => `${award.rank} ${award.entryIds}`)
    .sort()
    .join(', ')
