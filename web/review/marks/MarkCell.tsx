import { Match, Show, Switch } from 'solid-js'
import type { Review } from '../../../api/schema/review.ts'

type Props = {
  given: Review['marks'][number] | undefined
  /** What this judge would have given had they agreed with the panel. */
  expected: number | null
  /** From how far away it is pointed out. */
  wide: number
}

/** One ballot: its mark, a recusal, a ballot begun and not finished, or none. */
export function MarkCell(props: Props) {
  const mark = () => props.given?.mark ?? null
  const apart = () => (mark() === null || props.expected === null ? 0 : mark()! - props.expected)
  return (
    <td classList={{ apart: Math.abs(apart()) >= props.wide, none: mark() === null }}>
      <Switch fallback={'–'}>
        <Match when={mark() !== null}>
          {mark()?.toFixed(1)}
          <Switch>
            <Match when={apart() >= props.wide}>
              <span aria-hidden="true"> ▲</span>
              <span class="spoken"> higher than the others saw it</span>
            </Match>
            <Match when={apart() <= -props.wide}>
              <span aria-hidden="true"> ▼</span>
              <span class="spoken"> lower than the others saw it</span>
            </Match>
          </Switch>
        </Match>
        <Match when={props.given?.recused}>aside</Match>
        <Match when={props.given}>half</Match>
      </Switch>
      <Show when={props.given?.source === 'paper'}>
        <span aria-hidden="true"> ✎</span>
        <span class="spoken"> copied from paper</span>
      </Show>
    </td>
  )
}
