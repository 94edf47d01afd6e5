import { Show } from 'solid-js'
import type { Method } from '../../api/schema/event.ts'
import * as styles from './method.module.css'
import { methodText } from './method-text.ts'
import { WorkedExample } from './WorkedExample.tsx'

export function Explanation(props: { method: Method | undefined }) {
  return (
    <>
      <Show when={props.method === 'mean'}>
        <p class={styles.saying}>{methodText.meanChosen}</p>
      </Show>
      <p>{methodText.problem}</p>
      <p>{methodText.remedy}</p>
      <WorkedExample />
      <p>{methodText.toTeams}</p>
      <blockquote class={styles.saying}>{methodText.sentence}</blockquote>
      <p>{methodText.check}</p>
      <p>{methodText.otherMethod}</p>
    </>
  )
}
