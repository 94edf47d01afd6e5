import type { Storage } from '../core/memory-storage.ts'
import type { StoredBallot } from './held-ballot.ts'
import { mergeStored } from './merge-ballots.ts'

/** Where one judge's ballots are stored on the phone. */
export type BallotStore = {
  /** Merges the ballot into the stored one. Never rejects; resolves with whether the phone stored it. */
  save(ballot: StoredBallot): Promise<boolean>
  remove(entryId: string): Promise<void>
  list(): Promise<StoredBallot[]>
}

/** `prefix`: what the storage keys of this judge's ballots begin with. */
export function createBallotStore(storage: Promise<Storage>, prefix: string): BallotStore {
  return {
    async save(ballot) {
      const merge = (stored?: StoredBallot) => (stored ? mergeStored(stored, ballot) : ballot)
      return (await storage).write(prefix + ballot.paper.entryId, merge)
    },
    remove: async (entryId) => (await storage).remove(prefix + entryId),
    list: async () => (await storage).list<StoredBallot>(prefix),
  }
}
