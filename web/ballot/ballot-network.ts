import type { Paper } from '../../api/rules/ballot/ballot.ts'
import type { Ballot } from '../../api/schema/ballot.ts'
import { type Api, ask } from '../core/api.ts'

/** The server, as far as one judge's ballots go. Both calls reject with a Problem. */
export type BallotNetwork = {
  /** Sends one whole ballot; resolves with the ballot that stands. */
  send(paper: Paper, signal: AbortSignal): Promise<Ballot>
  /** Every ballot that the server holds of this judge. */
  list(): Promise<Ballot[]>
}

export function createBallotNetwork(api: Api, slug: string): BallotNetwork {
  const routes = api.events[':slug'].ballots
  return {
    async send({ entryId, scores, comment, recused, editedAt }, signal) {
      const json = { scores, comment, recused, editedAt }
      const { ballot } = await ask(routes[':entryId'].$put({ param: { slug, entryId }, json }, { init: { signal } }))
      return ballot
    },
    list: async () => (await ask(routes.$get({ param: { slug } }))).ballots,
  }
}
