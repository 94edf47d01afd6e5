import { createServerClock } from '../../../web/core/server-clock.ts'
import type { Entry } from '../../schema/entry.ts'
import type { Judge } from '../../schema/judge.ts'
import { makeCaller } from '../caller.ts'
import type { RunStats } from '../checks/run-stats.ts'
import type { Pace } from '../pace.ts'
import { makeRandom } from '../random.ts'
import type { RehearsalTarget } from '../rehearsal-target.ts'
import { openScreen, type Screen } from '../screen.ts'
import type { UpdateMonitor } from '../update-monitor.ts'
import type { Part } from './cast.ts'
import { characters } from './characters.ts'
import { type MadeUpJudge, makeJudge } from './made-up-judge.ts'
import { makePhone } from './phone.ts'

/** A judge who has come in. */
export type Seat = { judge: Judge; key: string; made: MadeUpJudge; screen: Screen }

export type PanelTools = {
  target: RehearsalTarget
  parts: Part[]
  seed: number
  pace: Pace
  stats: RunStats
  monitor: UpdateMonitor
  dropShare: number
}

export type Panel = ReturnType<typeof makePanel>

/** The made-up judges: they come in, some late; each follows the stage on a phone of their own. */
export function makePanel({ target, parts, seed, pace, stats, monitor, dropShare }: PanelTools) {
  const { slug, criteria, admission } = target.event
  const seats: Seat[] = []
  const clock = createServerClock({ samples: 2, url: target.url })
  const yetToCome = new Set(parts)

  async function seat(part: Part, way: 'link' | 'door'): Promise<Seat> {
    yetToCome.delete(part)
    const { character: _, stepsAsideFrom: __, ...who } = part
    const invited = way === 'link' || admission === 'link'
    const { judge, judgeKey } = await (invited
      ? target.organiser.post<{ judge: Judge; judgeKey: string }>(`/events/${slug}/judges`, who)
      : target.nobody.post<{ judge: Judge; judgeKey: string }>(`/events/${slug}/join`, who))
    const caller = makeCaller(target.url, judgeKey)
    if (clock.correctedMs() === undefined) await clock.sync()
    const phone = makePhone({
      ...{ caller, slug, clock, stats, dropShare },
      random: makeRandom(seed, 'phone', part.name),
      signal: pace.signal,
    })
    const made = makeJudge({ part, phone, criteria, seed, pace })
    const screen = openScreen({
      ...{ caller, slug, kind: 'phone', query: 'as=judge' },
      signal: pace.signal,
      onFeedUpdate: monitor.judge,
      onStage: made.follow,
    })
    const seated = { judge, key: judgeKey, made, screen }
    seats.push(seated)
    return seated
  }

  async function admit({ judge }: Seat): Promise<void> {
    await target.organiser.post(`/events/${slug}/judges/${judge.id}/admit`)
    judge.status = 'admitted'
  }

  async function catchUp({ made, screen }: Seat): Promise<void> {
    screen.reconnect()
    made.phone.comeBack()
    const { entries } = await target.nobody.get<{ entries: Entry[] }>(`/events/${slug}/line-up`)
    made.catchUp(entries.filter((entry) => entry.shown))
  }

  return {
    seats,
    seat,
    admit,
    /** Lets everyone in who is due once this share of the show has passed: every other by a personal link, the rest by name. */
    async joinUpTo(passed: number): Promise<void> {
      const due = [...yetToCome].filter((part) => characters[part.character].arrivesAfter <= passed)
      await Promise.all(due.map((part) => seat(part, parts.indexOf(part) % 2 === 0 ? 'door' : 'link')))
      for (const waiting of seats) if (waiting.judge.status === 'waiting') await admit(waiting)
    },
    /** Disconnects and reconnects judges, by the share of the show that has passed. */
    async changeNetworks(passed: number): Promise<void> {
      for (const joined of seats) {
        const { offline } = characters[joined.made.part.character]
        const away = offline !== undefined && passed >= offline[0] && passed < offline[1]
        if (away === joined.made.phone.isOffline()) continue
        if (!away) await catchUp(joined)
        else {
          joined.screen.disconnect()
          joined.made.phone.goOffline()
        }
      }
    },
    isDone: () => seats.every(({ made }) => made.isDone()),
  }
}
