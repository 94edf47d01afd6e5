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
  /** Bytes of all ballots in an archive, with room for every edit that their history may hold, and of the words passed on to teams. */
  judgingBytes: number
  /** One judge's part of them, so that no few judges use them up for the others. */
  judgeBytes: number
  /** Bytes of the event's history. Beyond them only decisions are recorded, up to half as much again. */
  historyBytes: number
}
const mebibyte = 1024 * 1024
export const eventLimits: EventLimits = {
  entries: 500,
  panel: 1000,
  judges: 5000,
  castingVotes: 1000,
  judgingBytes: 240 * mebibyte,
  judgeBytes: 6 * mebibyte,
  historyBytes: 16 * mebibyte,
}

export const maxCriteria = 12
export const maxPrizes = 20
/** Two characters of 32: the codes of all entries that an event ever had. */
export const maxEntryCodes = 32 ** 2
/** Each judge has one ballot for each entry. */
export const maxBallots = eventLimits.judges * eventLimits.entries

/** Edits of one ballot in its history, without those that stood when scoring closed. */
export const maxEditsPerBallot = 12
/** Edits of one ballot within one such span count as one. */
export const editSpanSeconds = 10

export const maxPictureBytes = 128 * mebibyte
/** Bytes of an archive. test/unit/archive/limits.test.ts adds up what an event may hold. */
export const maxArchiveBytes = 512 * mebibyte

/** Lines of an event's history, and of that of its ballots, each of which takes more bytes than this in an archive. */
export const maxHistoryLines = Math.ceil((1.5 * eventLimits.historyBytes) / 80)
export const maxBallotHistoryLines = Math.ceil(eventLimits.judgingBytes / 160)

/** A hundred years: more than anybody adds to the stage timer by hand, or leaves it paused. The sum with a moment is still a date. */
export const maxTimerMs = 100 * 365 * 24 * 3_600_000
