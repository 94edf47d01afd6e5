import { zoneWords } from '../core/words/zone-words.ts'
import { CarryOn } from './join/CarryOn.tsx'
import { CorrectName } from './join/CorrectName.tsx'
import type { Judging } from './judging.ts'

export function OwnPhone(props: { judging: Judging }) {
  return (
    <>
      <CarryOn judging={props.judging} />
      <CorrectName judging={props.judging} />
      <p>{zoneWords(Date.now())}</p>
    </>
  )
}
