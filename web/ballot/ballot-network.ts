import type { BallotDraft } from '../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../api/schema/ballot.ts'
import { type Api, ask } from '../core/api.ts'

export function createBallotNetwork(api: Api, slug: string) {
  const routes = api.events[':slug'].ballots
  return {
    async send({ entryId, scores, comment, recused, editedAt }: BallotDraft, signal: AbortSignal): Promise<Ballot> {
      const json = { scores, comment, recused, editedAt }
      const { ballot } = await ask(routes[':entryId'].$put({ param: { slug, entryId }, json }, { init: { signal } }))
      return ballot
    },
    list: async (): Promise<Ballot[]> => (await ask(routes.$get({ param: { slug } }))).ballots,
  }
}

export type BallotNetwork = ReturnType<typeof createBallotNetwork>
