import { zoneWords } from '../core/words/zone-words.ts'
import { CorrectName } from './join/CorrectName.tsx'
import { SecondPhone } from './join/SecondPhone.tsx'
import type { Judging } from './judging.ts'

export function JudgeDetails(props: { judging: Judging }) {
  return (
    <>
      <SecondPhone judging={props.judging} />
      <CorrectName judging={props.judging} />
      <p>{zoneWords(Date.now())}</p>
    </>
  )
}
