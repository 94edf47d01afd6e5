/** "14:32", as the wall clock says it. */
export function clockTime(moment: string | number): string {
  return new Date(moment).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}
