import { api, ask } from '../core/api.ts'
import type { LiveEvent } from '../core/live-event.ts'
import type { OwnEntryStore } from './own-entry.ts'

export function createOwnChallenges(slug: string, own: OwnEntryStore, liveEvent: LiveEvent) {
  const challenges = () => (own.entry().warmUp ? [] : (liveEvent.event()?.challenges ?? []))
  return {
    challenges,
    chosenIds: () =>
      challenges()
        .filter(({ entryIds }) => entryIds.includes(own.id))
        .map(({ id }) => id),
    async choose(challengeIds: string[]) {
      const route = api.events[':slug'].entries[':id'].challenges
      await ask(route.$put({ param: { slug, id: own.id }, json: { challengeIds } }))
      await liveEvent.load()
    },
  }
}

export type ChallengeStore = ReturnType<typeof createOwnChallenges>
