import type { Storage } from '../core/memory-storage.ts'
import type { StoredBallot } from './held-ballot.ts'
import { mergeStored } from './merge-ballots.ts'

export function createBallotStore(storage: Promise<Storage>, prefix: string) {
  return {
    /** Merges the ballot into the stored one. Never rejects; resolves with whether the phone stored it. */
    async save(ballot: StoredBallot): Promise<boolean> {
      const merge = (stored?: StoredBallot) => (stored ? mergeStored(stored, ballot) : ballot)
      return (await storage).write(prefix + ballot.paper.entryId, merge)
    },
    remove: async (entryId: string) => (await storage).remove(prefix + entryId),
    list: async () => (await storage).list<StoredBallot>(prefix),
  }
}

export type BallotStore = ReturnType<typeof createBallotStore>
