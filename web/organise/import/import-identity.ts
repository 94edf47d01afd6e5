import type { Layout } from './import-layout.ts'
import type { TableRow } from './table.ts'

// Many exports repeat the buyer's address for each person they ordered for.
const personalEmail = /^(?!.*(buyer|purchaser|order|billing|account|contact)).*e-?mail/i
const ticketId =
  /^(attendee|ticket|registration|guest|barcode|booking)( api)?[ _]?(#|id|no\.?|number|ref(erence)?|code)$|^barcode( #)?$|^api_id$/i
const email = /[^\s<>"',;]+@[^\s<>"',;]+\.[^\s<>"',;]+/

/** The e-mail address, else the ticket number: distinguishes two people of one name. It stays in the browser. */
export function identityOfPerson({ cells }: TableRow, { headings, headed }: Layout): string {
  const cellUnder = (pattern: RegExp) => cells.find((cell, n) => cell && pattern.test(headings[n] ?? '')) ?? ''
  const address = headed ? cellUnder(personalEmail) : (cells.map((cell) => email.exec(cell)?.[0]).find(Boolean) ?? '')
  return (address || cellUnder(ticketId)).toLowerCase()
}

export function identityOfProject({ cells }: TableRow, { headings }: Layout): string {
  return cells.find((cell, n) => cell && /^submission url$/i.test(headings[n] ?? '')) ?? ''
}
