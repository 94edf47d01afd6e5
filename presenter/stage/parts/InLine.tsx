import { Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { Dots } from '../../parts/Dots.tsx'

/** How many judges are in for the entry on stage; a warm-up has none to wait for. */
export function InLine(props: { entry: Entry; scoring: StageSnapshot['scoring'] }) {
  return (
    <Show when={!props.entry.warmUp} fallback={<p class="dots">The judges are warming up</p>}>
      <Dots in={props.scoring.in} of={props.scoring.of} />
    </Show>
  )
}
