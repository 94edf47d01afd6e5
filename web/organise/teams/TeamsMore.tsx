import { Show } from 'solid-js'
import { FreezeEntries } from '../event/FreezeEntries.tsx'
import type { Organising } from '../organising.ts'
import type { Teams } from '../organising-teams.ts'
import { DrawOrder } from './DrawOrder.tsx'
import { WarmUps } from './WarmUps.tsx'

type Props = { organising: Organising; teams: Teams; open: boolean; onOrder: (ids: string[], words: string) => void }

export function TeamsMore(props: Props) {
  const { now } = props.organising
  const scored = () => now.entries.filter((entry) => !entry.warmUp)
  const mayReorder = () => props.open && now.entries.every((entry) => !entry.shown)
  return (
    <details class="more">
      <summary>More: draw the order, warm-ups, freeze</summary>
      <div class="stack">
        <Show when={mayReorder()}>
          <Show when={scored().length > 1}>
            <DrawOrder organising={props.organising} teams={props.teams} onOrder={props.onOrder} />
            <hr class="rule" />
          </Show>
          <WarmUps organising={props.organising} teams={props.teams} />
          <hr class="rule" />
        </Show>
        <FreezeEntries organising={props.organising} />
      </div>
    </details>
  )
}
