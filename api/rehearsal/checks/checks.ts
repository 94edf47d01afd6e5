import { isFinished, type Paper } from '../../rules/ballot/ballot.ts'
import type { Ballot } from '../../schema/ballot.ts'
import type { Entry } from '../../schema/entry.ts'
import type { Phase } from '../../schema/event.ts'
import type { Judge } from '../../schema/judge.ts'
import type { Result } from '../../schema/result.ts'
import type { StageSnapshot } from '../../schema/stage.ts'
import { type Caller, isRefusal } from '../caller.ts'
import type { Part } from '../judges/cast.ts'
import type { Panel, Seat } from '../judges/panel.ts'
import type { Operator } from '../operator.ts'
import type { RehearsalTarget } from '../rehearsal-target.ts'
import type { UpdateMonitor } from '../update-monitor.ts'
import type { PromiseName } from './promises.ts'
import type { RunStats } from './run-stats.ts'

export type CheckTools = {
  target: RehearsalTarget
  panel: Panel
  operator: Operator
  stats: RunStats
  monitor: UpdateMonitor
}

export type Checks = ReturnType<typeof makeChecks>

const someJudges = 5
const scored: Phase[] = ['closed', 'revealing', 'final']

/** Puts the promises to the test that a show alone would not: what must be refused, and what is asked for out of turn. */
export function makeChecks({ target, panel, operator, stats, monitor }: CheckTools) {
  const { organiser, nobody, entries } = target
  const { promises } = stats
  const here = `/events/${target.event.slug}`

  /** The call must be refused with that code; unless the show has moved on meanwhile, to a phase in which it need not be. */
  async function refusal(name: PromiseName, code: string, call: Promise<unknown>, open: Phase[] = []): Promise<void> {
    const got = await call.then(
      () => 'was accepted',
      (failure: unknown) => (isRefusal(failure) ? failure.code : String(failure)),
    )
    if (got !== code && open.length > 0) {
      const { phase } = await nobody.get<StageSnapshot>(`${here}/stage`)
      if (open.includes(phase)) return
    }
    promises.check(name, got === code, () => `${code} was due, but it ${got === 'was accepted' ? got : `met ${got}`}`)
  }

  const ballots = ({ made }: Seat) => `${here}/ballots/${made.phone.held().keys().next().value ?? entries[0]!.id}`
  const anyScores = () => ({ scores: {}, editedAt: new Date().toISOString() })

  async function sealedFor(callers: Caller[]): Promise<void> {
    for (const caller of callers)
      for (const path of ['results', 'results.csv'])
        await refusal(
          'sealed',
          'results-sealed',
          caller.getText(`${here}/${path}`),
          caller === organiser ? scored : ['final'],
        )
  }

  return {
    async beforeDoors(): Promise<void> {
      await sealedFor([nobody, organiser])
    },

    /** Two desks press at once, each having seen the same stage. */
    async twoDesks(): Promise<void> {
      const { version } = await nobody.get<StageSnapshot>(`${here}/stage`)
      const pressed = await Promise.allSettled(
        ['We start soon', 'We start in a moment'].map((text) =>
          operator.press({ cue: 'message', text, ifVersion: version }),
        ),
      )
      const accepted = pressed.filter((press) => press.status === 'fulfilled').length
      promises.check('press', accepted === 1, () => `of two presses at once, ${accepted} were accepted`)
      await operator.press({ cue: 'message', text: '' })
    },

    async beforeTheirTurn(): Promise<void> {
      for (const { made } of panel.seats.slice(0, 2)) {
        const early = made.phone.caller.put(`${here}/ballots/${entries.at(-1)!.id}`, anyScores())
        await refusal('turn', 'not-yet-shown', early)
      }
    },

    /** One judge gives a name at the door and waits for the desk, whatever the event does with the others. */
    async admission(part: Part): Promise<void> {
      const { admission } = target.event
      if (admission === 'link') return
      await organiser.patch(here, { admission: 'desk' })
      const seat = await panel.seat(part, 'door')
      const early = seat.made.phone.caller.put(`${here}/ballots/${entries[0]!.id}`, anyScores())
      await refusal('waiting', 'not-admitted', early)
      await panel.admit(seat)
      await organiser.patch(here, { admission })
    },

    /** What anyone may ask for at any moment. */
    async asAnyone(): Promise<void> {
      for (const path of ['', '/line-up', '/stage'])
        monitor.read(path || 'the event', await nobody.get(`${here}${path}`))
      await sealedFor([nobody, ...panel.seats.slice(0, 1).map(({ made }) => made.phone.caller)])
    },

    async asOrganiser(): Promise<void> {
      await sealedFor([organiser])
      await refusal('archive', 'results-sealed', organiser.get(`${here}/archive`), scored)
    },

    /** With everyone done: whether the stage counts them rightly. Judges who came in by themselves are not ours to count. */
    async countOnStage(): Promise<void> {
      const { onStage, scoring } = await nobody.get<StageSnapshot>(`${here}/stage`)
      if (!onStage || scoring.of !== panel.seats.length || !panel.isDone()) return
      const isIn = ({ made }: Seat) => {
        const paper = made.phone.held().get(onStage.id)?.acknowledged
        return paper !== undefined && isFinished(paper, target.event.criteria)
      }
      const expected = panel.seats.filter(isIn).length
      promises.check('count', scoring.in === expected, () => `the stage said ${scoring.in} where ${expected} were in`)
    },

    /** The same ballot once more, and one that is older than what stands. */
    async sendAgain(olderToo: boolean): Promise<void> {
      for (const { made } of panel.seats.slice(0, someJudges)) {
        const paper = [...made.phone.held().values()].findLast((ballot) => ballot.unsure.length === 0)?.acknowledged
        if (!paper) continue
        await repeat(made.phone.caller, paper, paper)
        const before = new Date(Date.parse(paper.editedAt) - 1000).toISOString()
        if (olderToo) await repeat(made.phone.caller, { ...paper, comment: 'Older', editedAt: before }, paper)
      }
    },

    /** Taps in the very moment of the close: whatever is acknowledged counts, whatever is not is refused. */
    tapAtTheClose(entry: Entry): void {
      for (const { made } of panel.seats.filter((_, n) => n % 3 === 0)) {
        const paper = made.phone.held().get(entry.id)?.paper
        if (paper && !paper.recused)
          setTimeout(() => made.phone.comment(entry.id, 'At the last moment'), Math.random() * 30)
      }
    },

    async afterClose(): Promise<void> {
      await refusal('archive', 'key-needed', nobody.get(`${here}/archive`))
      for (const seat of panel.seats.slice(-someJudges))
        await refusal('closed', 'scoring-closed', seat.made.phone.caller.put(ballots(seat), anyScores()), ['live'])
    },

    /** The organiser's review against what was acknowledged. */
    async countedBallots(): Promise<void> {
      if (await strangersJudge()) return
      const { counted } = await organiser.get<Result>(`${here}/results`)
      const all = panel.seats.flatMap(({ made }) => [...made.phone.held().values()])
      const finished = all.filter(
        (ballot) => ballot.acknowledged && isFinished(ballot.acknowledged, target.event.criteria),
      )
      const recused = finished.filter((ballot) => ballot.acknowledged?.recused).length
      // Of a judge whom the close met in mid-ballot, a tap may have arrived whose answer did not.
      const unsure = all.filter((ballot) => ballot.unsure.length > 0).length
      const off = Math.abs(counted.ballots - (finished.length - recused)) + Math.abs(counted.recusals - recused)
      promises.check('counted', off <= unsure, () => {
        const due = `${finished.length - recused} ballots and ${recused} recusals were acknowledged`
        return `${due}, the result counts ${counted.ballots} and ${counted.recusals}`
      })
    },
  }

  /** Judges who came in by themselves are not ours to count. */
  async function strangersJudge(): Promise<boolean> {
    const { judges } = await organiser.get<{ judges: Judge[] }>(`${here}/judges`)
    return judges.length > panel.seats.length
  }

  async function repeat(caller: Caller, paper: Paper, stands: Paper): Promise<void> {
    const { entryId, ...again } = paper
    const answer = await caller.put<{ ballot: Ballot }>(`${here}/ballots/${entryId}`, again).catch((failure) => failure)
    const same = 'ballot' in answer && Date.parse(answer.ballot.editedAt) === Date.parse(stands.editedAt)
    promises.check('repeat', same, () => `a ballot sent again met “${answer.message ?? 'another edit'}”`)
  }
}
