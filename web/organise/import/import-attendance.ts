const uncountedPerson =
  /\b(not|non|no|isn['’]?t|won['’]?t|can['’]?t|cannot|declin|reject|refus|cancel|refund|delet|void|withdr[ae]w|transfer|expir|wait|pending|invited|unpaid|incomplete|abandon|removed|no.?show|unconfirmed|maybe)/i

/** Statuses of entries that a service does not count. "Judging status: pending" is counted. */
const uncountedEntry =
  /\b(not|draft|hidden|unpublished|in progress|incomplete|abandon|spam|duplicate|test|withdr[ae]w|cancel|delet|declin|reject|removed|disqualif|ineligible)/i

const attending = /^(attending|checked[- _]?in)$/i

const no = /^(no?|false|0|-|—|not (cancelled|refunded))$/i

type StatusCells = { statuses: string[]; removed: string[] }

export function uncountedPersonStatus({ statuses, removed }: StatusCells, isEventbrite: boolean): string | undefined {
  const status = statuses.find((text) => (isEventbrite ? !attending.test(text) : uncountedPerson.test(text)))
  return status ?? removed.find((text) => !no.test(text))
}

export const uncountedEntryStatus = ({ statuses, removed }: StatusCells): string | undefined =>
  statuses.find((text) => uncountedEntry.test(text)) ?? removed.find((text) => !no.test(text))

/** Text that services write into empty fields, such as Eventbrite's "Info Requested". */
const filler =
  /^(info(rmation)? requested|n\/?a|t\.?b\.?[acd]\.?|unknown|unassigned|unnamed|none|null|undefined|[-–—_?.*]+)$/i
export const isFiller = (text: string) => filler.test(text.trim())

export const isTotal = (name: string) => /^(grand )?totals?:?$/i.test(name)
