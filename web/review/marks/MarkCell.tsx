import { Match, Show, Switch } from 'solid-js'
import type { Review } from '../../../api/schema/review.ts'
import * as styles from '../review.module.css'

type Props = {
  ballot: Review['marks'][number] | undefined
  expected: number | null
  threshold: number
}

export function MarkCell(props: Props) {
  const mark = () => props.ballot?.mark ?? null
  const apart = () => (mark() === null || props.expected === null ? 0 : mark()! - props.expected)
  return (
    <td classList={{ [styles.apart]: Math.abs(apart()) >= props.threshold, [styles.none]: mark() === null }}>
      <Switch fallback={'–'}>
        <Match when={mark() !== null}>
          {mark()?.toFixed(1)}
          <Switch>
            <Match when={apart() >= props.threshold}>
              <span aria-hidden="true"> ▲</span>
              <span class="spoken"> higher than the others saw it</span>
            </Match>
            <Match when={apart() <= -props.threshold}>
              <span aria-hidden="true"> ▼</span>
              <span class="spoken"> lower than the others saw it</span>
            </Match>
          </Switch>
        </Match>
        <Match when={props.ballot?.recused}>aside</Match>
        <Match when={props.ballot}>unfinished</Match>
      </Switch>
      <Show when={props.ballot?.source === 'paper'}>
        <span aria-hidden="true"> ✎</span>
        <span class="spoken"> copied from paper</span>
      </Show>
    </td>
  )
}
