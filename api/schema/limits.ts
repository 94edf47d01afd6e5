/**
 * The most that one event holds. What adds to an event and what reads an archive use the same figures, so that every event's archive
 * can be imported again.
 */
export type EventLimits = {
  entries: number
  /** Judges on the panel, far above any hall: anyone with the room's code may join. */
  panel: number
  /** All judges: those on the panel, those who wait and those who were removed. */
  judges: number
  castingVotes: number
}
export const eventLimits: EventLimits = { entries: 500, panel: 1000, judges: 5000, castingVotes: 1000 }

export const maxCriteria = 12
export const maxPrizes = 20
/** Each judge has one ballot for each entry. */
export const maxBallots = eventLimits.judges * eventLimits.entries

/** Edits of one ballot in its history, without those that stood when scoring closed. */
export const maxEditsPerBallot = 12
/** Edits of one ballot within one such span count as one. */
export const editSpanSeconds = 10

/** Bytes of all pictures of an event's entries together. */
export const maxPictureBytes = 128 * 1024 * 1024
/** Bytes of an archive: its pictures take 171 MiB in base 64. The rest is for text. */
export const maxArchiveBytes = 256 * 1024 * 1024

/** Lines of an event's history. */
export const maxHistoryLines = 100_000
/** Lines of the history of all ballots of an event. */
export const maxBallotHistoryLines = 1_000_000
