const time = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
const day = { day: 'numeric', month: 'long', year: 'numeric' } as const

/** "16:41:07" on the day of the event, with its date on any other; "–" while it has not happened. */
export function momentWords(moment: string | null, eventDay: string | null): string {
  if (!moment) return '–'
  const at = new Date(moment)
  const clock = at.toLocaleTimeString('en-GB', time)
  const same = eventDay !== null && new Date(eventDay).toDateString() === at.toDateString()
  return same ? clock : `${at.toLocaleDateString('en-GB', day)}, ${clock}`
}
