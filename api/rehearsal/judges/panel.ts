import { createServerClock } from '../../../web/core/server-clock.ts'
import type { Entry } from '../../schema/entry.ts'
import type { Judge } from '../../schema/judge.ts'
import { makeCaller } from '../caller.ts'
import type { Notebook } from '../checks/run-stats.ts'
import type { Hall } from '../hall.ts'
import type { Pace } from '../pace.ts'
import { makeRandom } from '../random.ts'
import { openScreen, type Screen } from '../screen.ts'
import type { Watch } from '../watch.ts'
import type { Part } from './cast.ts'
import { characters } from './characters.ts'
import { type MadeUpJudge, makeJudge } from './made-up-judge.ts'
import { makePhone } from './phone.ts'

/** A judge who has come in. */
export type Seat = { judge: Judge; key: string; made: MadeUpJudge; screen: Screen }

export type PanelTools = {
  hall: Hall
  parts: Part[]
  seed: number
  pace: Pace
  notebook: Notebook
  watch: Watch
  dropShare: number
}

export type Panel = ReturnType<typeof makePanel>

/** The made-up judges: they come in, some late; each follows the stage on a phone of their own. */
export function makePanel({ hall, parts, seed, pace, notebook, watch, dropShare }: PanelTools) {
  const { slug, criteria, admission } = hall.event
  const seats: Seat[] = []
  const clock = createServerClock({ samples: 2, url: hall.url })
  const yetToCome = new Set(parts)

  async function seat(part: Part, way: 'link' | 'door'): Promise<Seat> {
    yetToCome.delete(part)
    const { character: _, stepsAsideFrom: __, ...who } = part
    const invited = way === 'link' || admission === 'link'
    const { judge, judgeKey } = await (invited
      ? hall.organiser.post<{ judge: Judge; judgeKey: string }>(`/events/${slug}/judges`, who)
      : hall.nobody.post<{ judge: Judge; judgeKey: string }>(`/events/${slug}/join`, who))
    const caller = makeCaller(hall.url, judgeKey)
    if (clock.correctedMs() === undefined) await clock.sync()
    const phone = makePhone({
      ...{ caller, slug, clock, notebook, dropShare },
      random: makeRandom(seed, 'phone', part.name),
      signal: pace.signal,
    })
    const made = makeJudge({ part, phone, criteria, seed, pace })
    const screen = openScreen({
      ...{ caller, slug, kind: 'phone', query: 'as=judge' },
      signal: pace.signal,
      hear: watch.judge,
      onStage: made.follow,
    })
    const seated = { judge, key: judgeKey, made, screen }
    seats.push(seated)
    return seated
  }

  async function admit({ judge }: Seat): Promise<void> {
    await hall.organiser.post(`/events/${slug}/judges/${judge.id}/admit`)
    judge.status = 'admitted'
  }

  async function catchUp({ made, screen }: Seat): Promise<void> {
    screen.comeBack()
    made.phone.comeBack()
    const { entries } = await hall.nobody.get<{ entries: Entry[] }>(`/events/${slug}/line-up`)
    made.catchUp(entries.filter((entry) => entry.shown))
  }

  return {
    seats,
    seat,
    admit,
    /** Lets everyone in who is due once this share of the show has passed: every other by a personal link, the rest by name. */
    async comeIn(passed: number): Promise<void> {
      const due = [...yetToCome].filter((part) => characters[part.character].arrivesAfter <= passed)
      await Promise.all(due.map((part) => seat(part, parts.indexOf(part) % 2 === 0 ? 'door' : 'link')))
      for (const waiting of seats) if (waiting.judge.status === 'waiting') await admit(waiting)
    },
    /** Takes networks away and gives them back, by the share of the show that has passed. */
    async weather(passed: number): Promise<void> {
      for (const one of seats) {
        const { offline } = characters[one.made.part.character]
        const away = offline !== undefined && passed >= offline[0] && passed < offline[1]
        if (away === one.made.phone.isOffline()) continue
        if (!away) await catchUp(one)
        else {
          one.screen.goAway()
          one.made.phone.goOffline()
        }
      }
    },
    isDone: () => seats.every(({ made }) => made.isDone()),
  }
}
