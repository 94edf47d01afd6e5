import { isFinished, type Paper } from '../../rules/ballot/ballot.ts'
import type { Ballot } from '../../schema/ballot.ts'
import type { Entry } from '../../schema/entry.ts'
import type { Phase } from '../../schema/event.ts'
import type { Judge } from '../../schema/judge.ts'
import type { Result } from '../../schema/result.ts'
import type { StageSnapshot } from '../../schema/stage.ts'
import { type Caller, isRefusal } from '../caller.ts'
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

/** Checks promises that an undisturbed show would not exercise: refusals, and requests out of turn. */
export function createChecks({ target, panel, operator, stats, monitor }: CheckContext) {
  const { organiser, anonymous, entries } = target
  const { promises } = stats
  const eventPath = `/events/${target.event.slug}`

  /** The call must be refused with this code, unless the show has moved on to a phase in which it is accepted. */
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
      const { phase } = await anonymous.get<StageSnapshot>(`${eventPath}/stage`)
      if (acceptedIn.includes(phase)) return
    }
    promises.check(
      name,
      outcome === code,
      () => `${code} was due, but it ${outcome === 'was accepted' ? outcome : `met ${outcome}`}`,
    )
  }

  const ballotPath = ({ madeUpJudge }: PanelJudge) =>
    `${eventPath}/ballots/${madeUpJudge.phone.ballots().keys().next().value ?? entries[0]!.id}`
  const emptyBallot = () => ({ scores: {}, editedAt: new Date().toISOString() })

  async function checkSealed(callers: Caller[]): Promise<void> {
    for (const caller of callers)
      for (const path of ['results', 'results.csv'])
        await expectRefusal(
          'sealed',
          'results-sealed',
          caller.getText(`${eventPath}/${path}`),
          caller === organiser ? afterScoring : ['final'],
        )
  }

  return {
    async checkSealedBeforeDoors(): Promise<void> {
      await checkSealed([anonymous, organiser])
    },

    /** Two desks press at once with the same version of the stage. */
    async checkTwoDesks(): Promise<void> {
      const { version } = await anonymous.get<StageSnapshot>(`${eventPath}/stage`)
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
      for (const { madeUpJudge } of panel.judges.slice(0, 2)) {
        const attempt = madeUpJudge.phone.caller.put(`${eventPath}/ballots/${entries.at(-1)!.id}`, emptyBallot())
        await expectRefusal('turn', 'not-yet-shown', attempt)
      }
    },

    /** One judge joins by name and waits for the desk, whatever the event's own admission is. */
    async checkAdmission(profile: JudgeProfile): Promise<void> {
      const { admission } = target.event
      if (admission === 'link') return
      await organiser.patch(eventPath, { admission: 'desk' })
      const panelJudge = await panel.join(profile, 'name')
      const attempt = panelJudge.madeUpJudge.phone.caller.put(`${eventPath}/ballots/${entries[0]!.id}`, emptyBallot())
      await expectRefusal('waiting', 'not-admitted', attempt)
      await panel.admit(panelJudge)
      await organiser.patch(eventPath, { admission })
    },

    /** What anyone may read at any time. */
    async checkPublicReads(): Promise<void> {
      for (const path of ['', '/line-up', '/stage'])
        monitor.checkResponse(path || 'the event', await anonymous.get(`${eventPath}${path}`))
      await checkSealed([anonymous, ...panel.judges.slice(0, 1).map(({ madeUpJudge }) => madeUpJudge.phone.caller)])
    },

    async checkOrganiserReads(): Promise<void> {
      await checkSealed([organiser])
      await expectRefusal('archive', 'results-sealed', organiser.get(`${eventPath}/archive`), afterScoring)
    },

    /** Checks the stage's counts once everyone has finished. Not while judges other than these are on the panel. */
    async checkStageCount(): Promise<void> {
      const { onStage, scoring } = await anonymous.get<StageSnapshot>(`${eventPath}/stage`)
      if (!onStage || scoring.of !== panel.judges.length || !panel.isDone()) return
      const hasScored = ({ madeUpJudge }: PanelJudge) => {
        const paper = madeUpJudge.phone.ballots().get(onStage.id)?.acknowledged
        return paper !== undefined && isFinished(paper, target.event.criteria)
      }
      const expected = panel.judges.filter(hasScored).length
      promises.check(
        'count',
        scoring.in === expected,
        () => `the stage counted ${scoring.in} judges where ${expected} had scored`,
      )
    },

    /** Sends the same ballot again, and with `withOlder` one that is older than the stored one. */
    async checkRepeats(withOlder: boolean): Promise<void> {
      for (const { madeUpJudge } of panel.judges.slice(0, sampleSize)) {
        const paper = [...madeUpJudge.phone.ballots().values()].findLast(
          (ballot) => ballot.unanswered.length === 0,
        )?.acknowledged
        if (!paper) continue
        await resend(madeUpJudge.phone.caller, paper, paper)
        const before = new Date(Date.parse(paper.editedAt) - 1000).toISOString()
        if (withOlder) await resend(madeUpJudge.phone.caller, { ...paper, comment: 'Older', editedAt: before }, paper)
      }
    },

    /** Writes comments while scoring closes: what is acknowledged must count, what is not must be refused. */
    commentAtClose(entry: Entry): void {
      for (const { madeUpJudge } of panel.judges.filter((_, n) => n % 3 === 0)) {
        const paper = madeUpJudge.phone.ballots().get(entry.id)?.paper
        if (paper && !paper.recused)
          setTimeout(() => madeUpJudge.phone.comment(entry.id, 'At the last moment'), Math.random() * 30)
      }
    },

    async checkAfterClose(): Promise<void> {
      await expectRefusal('archive', 'key-needed', anonymous.get(`${eventPath}/archive`))
      for (const panelJudge of panel.judges.slice(-sampleSize))
        await expectRefusal(
          'closed',
          'scoring-closed',
          panelJudge.madeUpJudge.phone.caller.put(ballotPath(panelJudge), emptyBallot()),
          ['live'],
        )
    },

    /** Compares the result's counts with the acknowledged ballots. */
    async checkCountedBallots(): Promise<void> {
      if (await hasOtherJudges()) return
      const { counted } = await organiser.get<Result>(`${eventPath}/results`)
      const ballots = panel.judges.flatMap(({ madeUpJudge }) => [...madeUpJudge.phone.ballots().values()])
      const finished = ballots.filter(
        (ballot) => ballot.acknowledged && isFinished(ballot.acknowledged, target.event.criteria),
      )
      const recused = finished.filter((ballot) => ballot.acknowledged?.recused).length
      // A judge who was tapping at the close may have sent an edit whose response was lost.
      const unansweredCount = ballots.filter((ballot) => ballot.unanswered.length > 0).length
      const difference = Math.abs(counted.ballots - (finished.length - recused)) + Math.abs(counted.recusals - recused)
      promises.check('counted', difference <= unansweredCount, () => {
        const expected = `${finished.length - recused} ballots and ${recused} recusals were acknowledged`
        return `${expected}, the result counts ${counted.ballots} and ${counted.recusals}`
      })
    },
  }

  async function hasOtherJudges(): Promise<boolean> {
    const { judges } = await organiser.get<{ judges: Judge[] }>(`${eventPath}/judges`)
    return judges.length > panel.judges.length
  }

  async function resend(caller: Caller, paper: Paper, standing: Paper): Promise<void> {
    const { entryId, ...edit } = paper
    const answer = await caller
      .put<{ ballot: Ballot }>(`${eventPath}/ballots/${entryId}`, edit)
      .catch((failure) => failure)
    const same = 'ballot' in answer && Date.parse(answer.ballot.editedAt) === Date.parse(standing.editedAt)
    promises.check('repeat', same, () => `a ballot sent again met “${answer.message ?? 'another edit'}”`)
  }
}
