import type { JudgeName } from '../schema/judge.ts'
import type { Cost } from '../schema/judging/cost.ts'

/** The codes are part of the HTTP contract; the titles are for people. */
export const refusals = {
  'key-needed': { status: 401, title: 'Please open your personal link again' },
  'key-unknown': { status: 401, title: 'This link no longer works. Ask the organiser for a new one' },
  'wrong-door': { status: 403, title: 'This link opens something else' },
  'desk-only': { status: 403, title: 'A remote control cannot do this. Use the desk' },
  'cross-site': { status: 403, title: 'This request came from another site and was not carried out' },
  'not-admitted': { status: 403, title: 'The desk has not let you in yet' },
  'judge-removed': { status: 403, title: 'The organiser has taken you off the panel' },
  'results-sealed': { status: 403, title: 'The result is sealed until it has been revealed' },
  'desk-code-unknown': { status: 403, title: 'This code does not work. Show a new one on the other desk' },
  'link-only': { status: 403, title: 'Judges join this event by a personal link. Ask the organiser for yours' },
  'too-many-phones': {
    status: 409,
    title: 'This judge has as many links as one judge may have. Ask the organiser for a new one',
  },
  'no-such-page': { status: 404, title: 'There is nothing at this address' },
  'no-such-event': { status: 404, title: 'There is no event at this address' },
  'no-such-address': { status: 404, title: 'This computer does not have this address' },
  'no-such-entry': { status: 404, title: 'This entry is not part of the event' },
  'no-such-judge': { status: 404, title: 'This judge is not part of the event' },
  'no-such-key': { status: 404, title: 'This link has stopped working already' },
  'own-key': { status: 409, title: 'This is the link you are here with. Make a new one instead' },
  'no-such-comment': { status: 404, title: 'There is no such comment any more' },
  'no-such-picture': { status: 404, title: 'There is no picture here' },
  'not-a-picture': { status: 422, title: 'A picture is a PNG, JPEG or WebP file' },
  'picture-too-large': { status: 422, title: 'This picture has too many pixels. Make it smaller first' },
  'no-such-slide': { status: 404, title: 'There is no such page of slides here' },
  'too-many-slides': { status: 422, title: 'Slides have at most 40 pages. Leave some out' },
  'no-slides': { status: 409, title: 'This team has sent no slides' },
  'slides-hidden': { status: 409, title: 'The slides are not on the screen. Show them first' },
  'no-such-film': { status: 404, title: 'There is no film here' },
  'not-a-film': { status: 422, title: 'A film is an MP4 or WebM file. Save it as MP4 and choose that' },
  'film-part-missing': {
    status: 409,
    title: 'A part of this film is missing. Start the upload again: it goes on where it stopped',
  },
  'comment-changed': { status: 409, title: 'A judge has changed this comment since you read it. Read it again first' },
  'entries-frozen': {
    status: 409,
    title: 'The organiser has closed the entries to changes. Tell the organiser what is wrong',
  },
  'slug-taken': { status: 409, title: 'Another event already has this address. Choose another' },
  'scoring-closed': { status: 409, title: 'Scoring has closed' },
  'scoring-not-open': { status: 409, title: 'Scoring has not opened yet' },
  'not-yet-shown': { status: 409, title: 'This team has not presented yet' },
  'ballots-at-stake': {
    status: 409,
    title: 'Judges have scored already, and this would change or delete some of their scores',
  },
  'not-on-panel': { status: 409, title: 'Only a judge on the panel can have a ballot copied from paper' },
  'ballot-on-phone': { status: 409, title: 'This judge has a ballot for this team on their phone already' },
  'entry-in-use': { status: 409, title: 'This team is on stage, so it stays' },
  'order-incomplete': {
    status: 409,
    title: 'The running order must name every entry exactly once. It has changed meanwhile; look again',
  },
  'nothing-to-draw': { status: 409, title: 'A draw needs at least two teams' },
  'warm-up': { status: 409, title: 'This demo is a warm-up: nobody scores it' },
  'too-late-to-change': { status: 409, title: 'The show is too far on for this change' },
  'nothing-to-show': { status: 409, title: 'There are no entries yet. Add the teams first' },
  'no-rubric': { status: 409, title: 'There is no rubric yet. Choose how entries are judged first' },
  'not-open': { status: 409, title: 'Open the doors first' },
  'no-next-entry': { status: 409, title: 'That was the last team' },
  'no-entry-before': { status: 409, title: 'That was the first team' },
  'nobody-on-stage': { status: 409, title: 'Nobody is on stage yet' },
  'captions-off': { status: 409, title: 'This event has no captions. Switch them on under Event first' },
  'timer-not-started': { status: 409, title: 'The clock has not been started' },
  'nothing-to-undo': { status: 409, title: 'There is nothing to undo' },
  'close-first': { status: 409, title: 'Close scoring first' },
  'reveal-not-started': { status: 409, title: 'The reveal has not been started' },
  'reveal-under-way': { status: 409, title: 'The reveal has begun, so scoring stays closed' },
  'all-shown': { status: 409, title: 'Everything has been shown' },
  'none-shown': { status: 409, title: 'Nothing has been shown yet' },
  'not-all-shown': { status: 409, title: 'Show every step before the result is published' },
  'no-result': { status: 409, title: 'No entry has a complete ballot, so there is no result to reveal' },
  'stale-press': { status: 409, title: 'Another desk was quicker. Look again before you press' },
  'not-an-archive': { status: 422, title: 'This file is not an event of Demo Hour' },
  'archive-newer': { status: 422, title: 'This event was saved by a newer Demo Hour. Update this one first' },
  'name-differs': { status: 422, title: 'That is not the name of this event, so nothing was deleted' },
  'under-way': { status: 409, title: 'The show is not over yet. Confirm once more that the event is to be deleted' },
  'not-too-close': {
    status: 409,
    title: 'Only neighbouring entries that are too close to call can share a place',
  },
  'not-a-tie': { status: 409, title: 'A casting vote decides between entries that share a place' },
  'body-too-large': { status: 413, title: 'That is larger than this page accepts' },
  'score-out-of-range': { status: 422, title: 'That score is not on the scale' },
  'criterion-not-in-rubric': { status: 422, title: 'That question is not on this ballot' },
  'not-your-entry': { status: 403, title: 'This team does not take part in the challenges that you judge' },
  'no-such-challenge': { status: 404, title: 'This challenge is not part of the event' },
  'rehearsal-playing': { status: 409, title: 'A rehearsal is being played already. Wipe it first' },
  'rehearsal-itself': { status: 409, title: 'This is a rehearsal itself' },
  'too-many': { status: 429, title: 'That was too many at once. Wait a moment and try again' },
  'same-name': { status: 409, title: 'A judge of this name is on the panel already' },
  'judge-here': { status: 409, title: 'This judge has already joined on another phone' },
  'judge-merged': { status: 409, title: 'This judge was merged with another and stays off the panel' },
  'same-judge': { status: 409, title: 'A judge cannot be merged with themself' },
  'panel-full': { status: 409, title: 'This panel is full. Please ask at the desk' },
  'no-code-left': {
    status: 409,
    title: 'This event has removed so many teams that no code is left for another. Copy the event and go on there',
  },
  'event-full': { status: 409, title: 'This event is full' },
  busy: { status: 503, title: 'Your ballot could not be saved just now. It will be sent again by itself' },
  'not-json': { status: 400, title: 'This was not readable as JSON' },
  invalid: { status: 422, title: 'Something here needs another look' },
  'database-away': { status: 503, title: 'The server cannot reach its database. It will try again by itself' },
  'disk-full': { status: 503, title: 'The server’s disk is full. Nothing more can be saved until there is room' },
} as const

export type RefusalCode = keyof typeof refusals

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly detail: string | undefined
  /** Set where a person must accept it before the change. */
  readonly cost: Cost | undefined
  constructor(code: RefusalCode, detail?: string, cost?: Cost) {
    super(refusals[code].title)
    this.code = code
    this.detail = detail
    this.cost = cost
  }
}

/** `pointer`: a JSON pointer into the document. */
export type Fault = { pointer: string; title: string }

export class Invalid extends Error {
  readonly fields: Fault[]
  constructor(fields: Fault[]) {
    super(refusals.invalid.title)
    this.fields = fields
  }
}

/** The name may be that of a judge on the panel; a person chooses from the candidates. */
export class SameName extends Refusal {
  readonly candidates: JudgeName[]
  constructor(candidates: JudgeName[]) {
    super('same-name')
    this.candidates = candidates
  }
}

export class RetryLater extends Refusal {
  readonly retryAfterSeconds: number
  constructor(code: RefusalCode, retryAfterSeconds: number) {
    super(code)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

export class TooManyRequests extends RetryLater {
  constructor(retryAfterSeconds: number) {
    super('too-many', retryAfterSeconds)
  }
}

/** The event changed between each check of the ballot and its saving. */
export class Busy extends RetryLater {
  constructor(retryAfterSeconds: number) {
    super('busy', retryAfterSeconds)
  }
}

export function refuse(code: RefusalCode, detail?: string, cost?: Cost): never {
  throw new Refusal(code, detail, cost)
}
