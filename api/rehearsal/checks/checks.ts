import { ask } from '../../../web/core/api.ts'
import { type BallotDraft, isFinished } from '../../rules/ballot/ballot.ts'
import type { Ballot } from '../../schema/ballot.ts'
import type { Entry } from '../../schema/entry.ts'
import type { Phase } from '../../schema/event.ts'
import type { Judge } from '../../schema/judge.ts'
import type { Result } from '../../schema/result.ts'
import type { StageSnapshot } from '../../schema/stage.ts'
import { type ApiClient, askText, isRefusal } from '../api-client.ts'
import type { Panel, PanelJudge } from '../judges/panel.ts'
import type { JudgeProfile } from '../judges/profiles.ts'
import type { Operator } from '../operator.ts'
import type { RehearsalTarget } from '../rehearsal-target.ts'
import type { UpdateMonitor } from '../update-monitor.ts'
import type { PromiseName } from './promises.ts'
import type { RunStats } from './run-stats.ts'

export type CheckContext = {
  target: RehearsalTarget
  panel: Panel
  operator: Operator
  stats: RunStats
  monitor: UpdateMonitor
}

export type Checks = ReturnType<typeof createChecks>

const sampleSize = 5
const afterScoring: Phase[] = ['closed', 'revealing', 'final']

export function createChecks({ target, panel, operator, stats, monitor }: CheckContext) {
  const { organiser, anonymous, entries } = target
  const { promises } = stats
  const { slug } = target.event
  const param = { slug }
  const routesOf = (client: ApiClient) => client.api.events[':slug']
  const readStage = () => ask<StageSnapshot>(routesOf(anonymous).stage.$get({ param }))

  /** Expects this refusal, unless the show has moved on to a phase in which the call is accepted. */
  async function expectRefusal(
    name: PromiseName,
    code: string,
    call: Promise<unknown>,
    acceptedIn: Phase[] = [],
  ): Promise<void> {
    const outcome = await call.then(
      () => 'was accepted',
      (failure: unknown) => (isRefusal(failure) ? failure.code : String(failure)),
    )
    if (outcome !== code && acceptedIn.length > 0) {
      const { phase } = await readStage()
      if (acceptedIn.includes(phase)) return
    }
    promises.check(
      name,
      outcome === code,
      () => `${code} was due, but it ${outcome === 'was accepted' ? outcome : `met ${outcome}`}`,
    )
  }

  const someEntryId = ({ madeUpJudge }: PanelJudge) => madeUpJudge.phone.ballots().keys().next().value ?? entries[0]!.id
  const sendBallot = (
    client: ApiClient,
    entryId: string,
    json: Partial<BallotDraft> & Pick<BallotDraft, 'scores' | 'editedAt'>,
  ) => ask<{ ballot: Ballot }>(routesOf(client).ballots[':entryId'].$put({ param: { slug, entryId }, json }))
  const sendEmptyBallot = ({ madeUpJudge }: PanelJudge, entryId: string) =>
    sendBallot(madeUpJudge.phone.client, entryId, { scores: {}, editedAt: new Date().toISOString() })

  async function checkSealed(clients: ApiClient[]): Promise<void> {
    for (const client of clients) {
      const { results, 'results.csv': csv } = routesOf(client)
      const acceptedIn: Phase[] = client === organiser ? afterScoring : ['final']
      await expectRefusal('sealed', 'results-sealed', ask(results.$get({ param })), acceptedIn)
      await expectRefusal('sealed', 'results-sealed', askText(csv.$get({ param })), acceptedIn)
    }
  }

  return {
    async checkSealedBeforeDoors(): Promise<void> {
      await checkSealed([anonymous, organiser])
    },

    async checkTwoDesks(): Promise<void> {
      const { version } = await readStage()
      const presses = await Promise.allSettled(
        ['We start soon', 'We start in a moment'].map((text) =>
          operator.press({ cue: 'message', text, ifVersion: version }),
        ),
      )
      const accepted = presses.filter((press) => press.status === 'fulfilled').length
      promises.check('press', accepted === 1, () => `of two presses at once, ${accepted} were accepted`)
      await operator.press({ cue: 'message', text: '' })
    },

    async checkBallotBeforeTurn(): Promise<void> {
      for (const panelJudge of panel.judges.slice(0, 2))
        await expectRefusal('turn', 'not-yet-shown', sendEmptyBallot(panelJudge, entries.at(-1)!.id))
    },

    async checkAdmission(profile: JudgeProfile): Promise<void> {
      const { admission } = target.event
      if (admission === 'link') return
      await ask(routesOf(organiser).$patch({ param, json: { admission: 'desk' } }))
      const panelJudge = await panel.join(profile, 'name')
      const attempt = sendEmptyBallot(panelJudge, entries[0]!.id)
      await expectRefusal('waiting', 'not-admitted', attempt)
      await panel.admit(panelJudge)
      await ask(routesOf(organiser).$patch({ param, json: { admission } }))
    },

    async checkPublicReads(): Promise<void> {
      monitor.checkResponse('the event', await ask(routesOf(anonymous).$get({ param })))
      monitor.checkResponse('/line-up', await ask(routesOf(anonymous)['line-up'].$get({ param })))
      monitor.checkResponse('/stage', await readStage())
      await checkSealed([anonymous, ...panel.judges.slice(0, 1).map(({ madeUpJudge }) => madeUpJudge.phone.client)])
    },

    async checkOrganiserReads(): Promise<void> {
      await checkSealed([organiser])
      await expectRefusal('archive', 'results-sealed', ask(routesOf(organiser).archive.$get({ param })), afterScoring)
    },

    /** Skips the check while other judges are on the panel or a judge has not finished. */
    async checkStageCount(): Promise<void> {
      const { onStage, scoring } = await readStage()
      if (!onStage || scoring.of !== panel.judges.length || !panel.isDone()) return
      const hasScored = ({ judge, madeUpJudge }: PanelJudge) => {
        const paper = madeUpJudge.phone.ballots().get(onStage.id)?.acknowledged
        return paper !== undefined && isFinished(paper, panel.questionsOf(judge, onStage.id))
      }
      const expected = panel.judges.filter(hasScored).length
      promises.check(
        'count',
        scoring.in === expected,
        () => `the stage counted ${scoring.in} judges where ${expected} had scored`,
      )
    },

    /** `withOlder`: also sends an edit older than the stored one, which must not replace it. */
    async checkRepeats(withOlder: boolean): Promise<void> {
      for (const { madeUpJudge } of panel.judges.slice(0, sampleSize)) {
        const paper = [...madeUpJudge.phone.ballots().values()].findLast(
          (ballot) => ballot.unanswered.length === 0,
        )?.acknowledged
        if (!paper) continue
        await resend(madeUpJudge.phone.client, paper, paper)
        const before = new Date(Date.parse(paper.editedAt) - 1000).toISOString()
        if (withOlder) await resend(madeUpJudge.phone.client, { ...paper, comment: 'Older', editedAt: before }, paper)
      }
    },

    /** Sends comments during the close: an acknowledged one must count, any other must be refused. */
    commentAtClose(entry: Entry): void {
      for (const { madeUpJudge } of panel.judges.filter((_, n) => n % 3 === 0)) {
        const paper = madeUpJudge.phone.ballots().get(entry.id)?.paper
        if (paper && !paper.recused)
          setTimeout(() => madeUpJudge.phone.comment(entry.id, 'At the last moment'), Math.random() * 30)
      }
    },

    async checkAfterClose(): Promise<void> {
      await expectRefusal('archive', 'key-needed', ask(routesOf(anonymous).archive.$get({ param })))
      for (const panelJudge of panel.judges.slice(-sampleSize))
        await expectRefusal('closed', 'scoring-closed', sendEmptyBallot(panelJudge, someEntryId(panelJudge)), ['live'])
    },

    async checkCountedBallots(): Promise<void> {
      if (await hasOtherJudges()) return
      const { counted } = await ask<Result>(routesOf(organiser).results.$get({ param }))
      const ballots = panel.judges.flatMap(({ madeUpJudge }) => [...madeUpJudge.phone.ballots().values()])
      // For the places a ballot counts that answers the rubric, whatever else is on it.
      const finished = ballots.filter(
        (ballot) => ballot.acknowledged && isFinished(ballot.acknowledged, target.event.criteria),
      )
      const recused = finished.filter((ballot) => ballot.acknowledged?.recused).length
      // A judge who taps during the close may have sent an edit whose response was lost.
      const unansweredCount = ballots.filter((ballot) => ballot.unanswered.length > 0).length
      const difference = Math.abs(counted.ballots - (finished.length - recused)) + Math.abs(counted.recusals - recused)
      promises.check('counted', difference <= unansweredCount, () => {
        const expected = `${finished.length - recused} ballots and ${recused} recusals were acknowledged`
        return `${expected}, the result counts ${counted.ballots} and ${counted.recusals}`
      })
    },
  }

  async function hasOtherJudges(): Promise<boolean> {
    const { judges } = await ask<{ judges: Judge[] }>(routesOf(organiser).judges.$get({ param }))
    return judges.length > panel.judges.length
  }

  async function resend(client: ApiClient, paper: BallotDraft, stored: BallotDraft): Promise<void> {
    const { entryId, ...edit } = paper
    const answer = await sendBallot(client, entryId, edit).catch((failure) => failure)
    const isStored = 'ballot' in answer && Date.parse(answer.ballot.editedAt) === Date.parse(stored.editedAt)
    promises.check('repeat', isStored, () => `a ballot sent again met “${answer.message ?? 'another edit'}”`)
  }
}
