/** The most that one event holds. Imports and edits check the same figures, so that every event's archive can be imported again. */
export type EventLimits = {
  entries: number
  /** Far above any hall, since anyone with the event's code may join. */
  panel: number
  judges: number
  castingVotes: number
  /** Bytes of all ballots with every edit in their history, and of the words for teams. */
  judgingBytes: number
  /** Each judge's share, so that a few judges cannot use up the space of the others. */
  judgeBytes: number
  /** Bytes of the history. Beyond them only decisions are recorded, up to half as much again. */
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
export const maxChallenges = 20
export const maxChallengeCriteria = 2
export const maxAwards = maxPrizes + maxChallenges + maxCriteria + 1
/** Two characters of 32: the codes of all entries that an event ever had. */
export const maxEntryCodes = 32 ** 2
export const maxBallots = eventLimits.judges * eventLimits.entries

/** Without the edits that were current when scoring closed. */
export const maxEditsPerBallot = 12
/** Edits of one ballot within this span count as one. */
export const editSpanSeconds = 10

export const maxPictureBytes = 128 * mebibyte
export const maxSlidePages = 40
/** Of all decks of an event. */
export const maxSlideBytes = 256 * mebibyte
/** test/unit/archive/limits.test.ts adds up what an event may hold. */
export const maxArchiveBytes = 1024 * mebibyte

/** A line of the event's history takes at least 80 bytes in an archive, a line of the ballots' at least 160. */
export const maxHistoryLines = Math.ceil((1.5 * eventLimits.historyBytes) / 80)
export const maxBallotHistoryLines = Math.ceil(eventLimits.judgingBytes / 160)

/** A hundred years: added to any moment it is still a valid date. */
export const maxTimerMs = 100 * 365 * 24 * 3_600_000
