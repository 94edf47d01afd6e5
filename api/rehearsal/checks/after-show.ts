import { ask } from '../../../web/core/api.ts'
import type { Archive } from '../../schema/archive/archive.ts'
import type { Ballot } from '../../schema/ballot.ts'
import type { Award, Result } from '../../schema/result.ts'
import type { StageSnapshot } from '../../schema/stage.ts'
import { askText, isRefusal } from '../api-client.ts'
import type { PhoneBallot } from '../judges/phone.ts'
import type { Pace } from '../pace.ts'
import type { Screen } from '../screen.ts'
import type { CheckContext } from './checks.ts'

export async function checkAfterShow(tools: CheckContext, screens: Screen[], pace: Pace): Promise<void> {
  await checkBallots(tools)
  await checkScreens(tools, screens, pace)
}

async function checkBallots({ target, panel, stats }: CheckContext): Promise<void> {
  const { promises } = stats
  const archived = await archivedEdits(target)
  for (const { madeUpJudge, judge } of panel.judges) {
    const { ballots } = await ask<{ ballots: Ballot[] }>(
      madeUpJudge.phone.client.api.events[':slug'].ballots.$get({ param: { slug: target.event.slug } }),
    )
    const ids = ballots.map((ballot) => ballot.entryId)
    promises.check('single', new Set(ids).size === ids.length, () => `${judge.name} has two ballots for one entry`)
    const strayCount = ids.filter((id) => !madeUpJudge.phone.ballots().has(id)).length
    promises.check(
      'single',
      strayCount === 0,
      () => `${judge.name} has ${strayCount} ballots that this judge never sent`,
    )
    for (const [entryId, ballot] of madeUpJudge.phone.ballots()) {
      if (!ballot.acknowledged) continue
      const edits = [ballot.acknowledged, ...ballot.unanswered].map((paper) => editOf(judge.id, paper))
      promises.check('archive', !archived || edits.some((edit) => archived.has(edit)), () => {
        return `a ballot of ${judge.name} was acknowledged and is not in the archive`
      })
      const stored = ballots.find((ballot) => ballot.entryId === entryId)
      promises.check('saved', stored !== undefined && matchesEdit(stored, ballot), () =>
        stored
          ? `${judge.name} last tapped ${JSON.stringify(ballot.acknowledged)}, and ${JSON.stringify(stored)} is stored`
          : `a ballot of ${judge.name} was acknowledged and is gone`,
      )
    }
  }
}

const readStage = ({ anonymous, event }: CheckContext['target']) =>
  ask<StageSnapshot>(anonymous.api.events[':slug'].stage.$get({ param: { slug: event.slug } }))

const editOf = (judgeId: string, { entryId, editedAt }: Pick<Ballot, 'entryId' | 'editedAt'>) =>
  `${judgeId} ${entryId} ${Date.parse(editedAt)}`

/** Undefined while the archive is sealed, as after a show that stopped early. */
async function archivedEdits({ organiser, event }: CheckContext['target']): Promise<Set<string> | undefined> {
  try {
    const { archive } = organiser.api.events[':slug']
    // The route streams the archive, so its response has no type.
    const { ballots } = JSON.parse(await askText(archive.$get({ param: { slug: event.slug } }))) as Archive
    return new Set(ballots.map((ballot) => editOf(ballot.judgeId, ballot)))
  } catch (failure) {
    if (isRefusal(failure)) return undefined
    throw failure
  }
}

/** The newest acknowledged edit, or a later one whose response was lost just before the close. */
function matchesEdit(stored: Ballot, { acknowledged, unanswered }: PhoneBallot): boolean {
  return [...unanswered, ...(acknowledged ? [acknowledged] : [])].some(
    (paper) =>
      Date.parse(paper.editedAt) === Date.parse(stored.editedAt) &&
      paper.recused === stored.recused &&
      paper.comment === stored.comment &&
      sortedScores(paper.scores) === sortedScores(stored.scores),
  )
}

const sortedScores = (scores: Record<string, number>) => JSON.stringify(Object.entries(scores).sort())

async function checkScreens({ target, stats }: CheckContext, screens: Screen[], pace: Pace): Promise<void> {
  const { version } = await readStage(target)
  const listStale = () => screens.filter((screen) => screen.latest()?.version !== version)
  await pace.waitUntil(() => listStale().length === 0, 60)
  for (const screen of screens)
    stats.promises.check('newest', screen.latest()?.version === version, () => {
      return `a ${screen.kind} is at version ${screen.latest()?.version ?? 'nothing'}, and the stage at ${version}`
    })
}

export async function checkResult({ target, stats }: CheckContext): Promise<void> {
  const { promises } = stats
  const param = { slug: target.event.slug }
  const anonymous = target.anonymous.api.events[':slug']
  const whole = await ask<Result>(target.organiser.api.events[':slug'].results.$get({ param }))
  const result = await ask<Result>(anonymous.results.$get({ param })).catch((failure: Error) => failure)
  const readable = !(result instanceof Error)
  promises.check('sealed', readable, () => `published, but a request without a key met “${(result as Error).message}”`)
  if (!readable) return
  const winners = winnersOf(whole.awards)
  promises.check(
    'sealed',
    winners === winnersOf(result.awards),
    () => 'the published result has other winners than the organiser’s',
  )
  const standingCount = result.standings.length
  promises.check(
    'sealed',
    standingCount === 0,
    () => `the winners are published, but without a key ${standingCount} standings can be read`,
  )
  const { reveal } = await readStage(target)
  const last = reveal.shown.at(-1)
  const shown = last?.kind === 'winners' ? winnersOf(last.awards) : 'none'
  promises.check('sealed', shown === winnersOf(result.awards), () => 'the stage shows other winners than the result')
  const csv = await askText(anonymous['results.csv'].$get({ param }))
  const lineCount = csv.trim().split('\r\n').length - 1
  const honoured = new Set(whole.awards.flatMap((award) => award.entryIds)).size
  promises.check('sealed', lineCount === honoured, () => `the spreadsheet has ${lineCount} lines of results`)
  const judgeWarningCount = result.warnings.filter((warning) => warning.judgeIds.length > 0).length
  promises.check('private', judgeWarningCount === 0, () => 'the published result names single judges')
}

const winnersOf = (awards: Award[]) =>
  awards
    .filter((award) => award.kind === 'place')
    .map((award) => `${award.rank} ${award.entryIds}`)
    .sort()
    .join(', ')
