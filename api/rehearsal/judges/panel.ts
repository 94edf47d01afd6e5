import { ask } from '../../../web/core/api.ts'
import { createServerClock } from '../../../web/core/server-clock.ts'
import { isFinished } from '../../rules/ballot/ballot.ts'
import { ballotCriteria } from '../../rules/ballot/ballot-criteria.ts'
import type { Entry } from '../../schema/entry.ts'
import type { Judge } from '../../schema/judge.ts'
import type { Challenge } from '../../schema/judging/challenge.ts'
import { createApiClient } from '../api-client.ts'
import type { RunStats } from '../checks/run-stats.ts'
import type { Pace } from '../pace.ts'
import { createRandom } from '../random.ts'
import type { RehearsalTarget } from '../rehearsal-target.ts'
import { openScreen, type Screen } from '../screen.ts'
import type { UpdateMonitor } from '../update-monitor.ts'
import { characters } from './characters.ts'
import { createMadeUpJudge, type MadeUpJudge } from './made-up-judge.ts'
import { createPhone } from './phone.ts'
import type { JudgeProfile } from './profiles.ts'

export type PanelJudge = { judge: Judge; key: string; madeUpJudge: MadeUpJudge; screen: Screen }

export type PanelOptions = {
  target: RehearsalTarget
  profiles: JudgeProfile[]
  seed: number
  pace: Pace
  stats: RunStats
  monitor: UpdateMonitor
  dropShare: number
}

export type Panel = ReturnType<typeof createPanel>

export function createPanel({ target, profiles, seed, pace, stats, monitor, dropShare }: PanelOptions) {
  const { slug, criteria, admission } = target.event
  let challenges = target.event.challenges
  const param = { slug }
  const organiser = target.organiser.api.events[':slug']
  const anonymous = target.anonymous.api.events[':slug']
  const judges: PanelJudge[] = []
  const clock = createServerClock({ samples: 2, url: target.url })
  const absent = new Set(profiles)

  async function join(profile: JudgeProfile, way: 'link' | 'name'): Promise<PanelJudge> {
    absent.delete(profile)
    const { character: _, recusesFrom: __, ...body } = profile
    const invited = way === 'link' || admission === 'link'
    const { judge, judgeKey } = await ask<{ judge: Judge; judgeKey: string }>(
      invited ? organiser.judges.$post({ param, json: body }) : anonymous.join.$post({ param, json: body }),
    )
    const client = createApiClient(target.url, judgeKey)
    if (clock.correctedMs() === undefined) await clock.sync()
    const phone = createPhone({
      ...{ client, slug, clock, stats, dropShare },
      random: createRandom(seed, 'phone', profile.name),
      signal: pace.signal,
    })
    const { entries, event } = target
    const anyOrder = event.scoring === 'any-order'
    const criteriaFor = (entryId: string) => questionsOf(judge, entryId)
    const madeUpJudge = createMadeUpJudge({ profile, phone, slug, criteriaFor, entries, anyOrder, seed, pace })
    const screen = openScreen({
      ...{ client, slug, kind: 'phone', query: 'as=judge' },
      signal: pace.signal,
      onFeedUpdate: monitor.judge,
      onStage: madeUpJudge.follow,
    })
    const panelJudge = { judge, key: judgeKey, madeUpJudge, screen }
    judges.push(panelJudge)
    return panelJudge
  }

  const questionsOf = (judge: Judge, entryId: string) => ballotCriteria({ criteria, challenges }, judge, entryId)

  /** Each challenge gets an equal share of the judges who have come by then. */
  async function assignChallenges(): Promise<void> {
    if (challenges.length === 0 || challenges.some(({ judgeIds }) => judgeIds.length > 0)) return
    const assigned = challenges.map((challenge, at) => ({
      ...challenge,
      judgeIds: judges.filter((_, n) => n % challenges.length === at).map(({ judge }) => judge.id),
    }))
    const answer = organiser.challenges.$put({ param, json: { challenges: assigned } })
    challenges = (await ask<{ challenges: Challenge[] }>(answer)).challenges
  }

  async function admit({ judge }: PanelJudge): Promise<void> {
    await ask(organiser.judges[':id'].admit.$post({ param: { slug, id: judge.id } }))
    judge.status = 'admitted'
  }

  async function catchUp({ madeUpJudge, screen }: PanelJudge): Promise<void> {
    screen.reconnect()
    madeUpJudge.phone.goOnline()
    const { entries } = await ask<{ entries: Entry[] }>(anonymous['line-up'].$get({ param }))
    madeUpJudge.catchUp(entries.filter((entry) => entry.shown))
  }

  return {
    judges,
    join,
    admit,
    async joinUpTo(passedShare: number): Promise<void> {
      const due = [...absent].filter((profile) => characters[profile.character].arrivesAfterShare <= passedShare)
      await Promise.all(due.map((profile) => join(profile, profiles.indexOf(profile) % 2 === 0 ? 'name' : 'link')))
      for (const panelJudge of judges) if (panelJudge.judge.status === 'waiting') await admit(panelJudge)
      await assignChallenges()
    },
    async changeNetworks(passedShare: number): Promise<void> {
      for (const panelJudge of judges) {
        const { offline } = characters[panelJudge.madeUpJudge.profile.character]
        const offlineNow = offline !== undefined && passedShare >= offline[0] && passedShare < offline[1]
        if (offlineNow === panelJudge.madeUpJudge.phone.isOffline()) continue
        if (!offlineNow) await catchUp(panelJudge)
        else {
          panelJudge.screen.disconnect()
          panelJudge.madeUpJudge.phone.goOffline()
        }
      }
    },
    questionsOf,
    countFinished: () =>
      judges.flatMap(({ judge, madeUpJudge }) =>
        [...madeUpJudge.phone.ballots().values()].filter(
          ({ acknowledged }) => acknowledged && isFinished(acknowledged, questionsOf(judge, acknowledged.entryId)),
        ),
      ).length,
    isDone: () => judges.every(({ madeUpJudge }) => madeUpJudge.isDone()),
  }
}
