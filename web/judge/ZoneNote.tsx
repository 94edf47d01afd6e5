import { zoneWords } from '../core/words/zone-words.ts'

/** In which zone this page shows times, such as that of the last save. */
export function ZoneNote() {
  return <p>{zoneWords(Date.now())}</p>
}
