import { type ApiClient, createApiClient } from '../../../api/rehearsal/api-client.ts'
import { sampleEntries, sampleEvent } from '../../../api/rehearsal/demo/sample-event.ts'
import { createProfiles, type JudgeProfile } from '../../../api/rehearsal/judges/profiles.ts'
import { createRandom } from '../../../api/rehearsal/random.ts'
import type { Cue } from '../../../api/schema/cue.ts'
import type { Entry, EntryBody } from '../../../api/schema/entry.ts'
import type { Event, EventBody } from '../../../api/schema/event.ts'
import type { Judge } from '../../../api/schema/judge.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { ask } from '../../../web/core/api.ts'
import { putSlide } from '../../support/slides.ts'
import { png } from '../../support/small-pictures.ts'

export type Show = {
  event: Event
  organiserKey: string
  routes: ApiClient['api']['events'][':slug']
  param: { slug: string }
  entries: Entry[]
  teamKeys: string[]
  judges: { judge: Judge; key: string }[]
  cue(cue: Cue): Promise<StageSnapshot>
  score(judge: number, entry: number, value: number, comment?: string): Promise<void>
  /** Page `n` is 160 × `n` pixels wide. */
  addSlides(entry: number, pages: number): Promise<void>
  playToReveal(): Promise<StageSnapshot>
}

type Wanted = { entries?: EntryBody[]; judges?: Omit<JudgeProfile, 'character'>[]; event?: Partial<EventBody> }

export async function makeShow(url: string, ownerKey: string, wanted: Wanted = {}): Promise<Show> {
  const owner = createApiClient(url, ownerKey)
  const { event, organiserKey } = await ask<{ event: Event; organiserKey: string }>(
    owner.api.events.$post({ json: { ...sampleEvent, ...wanted.event } }),
  )
  const { slug } = event
  const param = { slug }
  const routes = createApiClient(url, organiserKey).api.events[':slug']
  const { added: teams } = await ask<{ added: { entry: Entry; teamKey: string | null }[] }>(
    routes.entries.many.$post({ param, json: { add: wanted.entries ?? sampleEntries, change: [] } }),
  )
  const people = (wanted.judges ?? createProfiles(6, 1)).map(({ name, role, organisation }) => ({
    name,
    role,
    organisation,
  }))
  const { added: panel } = await ask<{ added: { judge: Judge; judgeKey: string | null }[] }>(
    routes.judges.many.$post({ param, json: { add: people, change: [] } }),
  )

  const cue = (json: Cue) => ask<StageSnapshot>(routes.cues.$post({ param, json }))
  const entries = teams.map(({ entry }) => entry)
  const judges = panel.map(({ judge, judgeKey }) => ({ judge, key: judgeKey! }))
  async function score(judge: number, entry: number, value: number, comment = ''): Promise<void> {
    const scores = Object.fromEntries(event.criteria.map(({ id, max }) => [id, Math.min(max, value)]))
    const { ballots } = createApiClient(url, judges[judge]?.key).api.events[':slug']
    const json = { scores, comment, editedAt: new Date().toISOString() }
    await ask(ballots[':entryId'].$put({ param: { slug, entryId: entries[entry]?.id ?? '' }, json }))
  }
  return {
    ...{ event, organiserKey, routes, param, entries, judges, cue, score },
    teamKeys: teams.map(({ teamKey }) => teamKey!),
    async addSlides(entry, pages) {
      const server = { fetch: async (request: Request) => fetch(new URL(new URL(request.url).pathname, url), request) }
      for (let page = 1; page <= pages; page += 1) {
        const bytes = png(160 * page, 90)
        const event = { path: `/api/events/${slug}` }
        const answer = await putSlide(server, event, entries[entry]!.id, page, organiserKey, { bytes })
        if (answer.status !== 200) throw new Error(`Page ${page} was answered with ${answer.status}`)
      }
    },
    async playToReveal() {
      await cue({ cue: 'open-doors' })
      for (const [n, entry] of entries.entries()) {
        await cue({ cue: 'call', entryId: entry.id })
        const quality = createRandom(1, 'quality', n).between(1.5, 5)
        for (const judge of judges.keys()) {
          const felt = quality + createRandom(1, judge, n).bell() * 0.7
          await score(
            judge,
            n,
            Math.max(1, Math.min(5, Math.round(felt))),
            judge === 0 ? 'Kind, and of use on Monday.' : '',
          )
        }
      }
      await cue({ cue: 'close-scoring' })
      return cue({ cue: 'start-reveal' })
    },
  }
}
