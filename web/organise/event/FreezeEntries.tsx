import { Press } from '../../ui/buttons/Press.tsx'
import type { Organising } from '../organising.ts'

export function FreezeEntries(props: { organising: Organising }) {
  const frozen = () => props.organising.now.event.entriesFrozen
  return (
    <div class="stack">
      <h3>The teams’ own changes</h3>
      <p role="status">
        {frozen()
          ? 'Frozen: the teams can read their entries, and only you can change them.'
          : 'Open: each team can change its own text and picture with its link.'}
      </p>
      <div class="buttons">
        <Press onPress={() => props.organising.saveEvent({ entriesFrozen: !frozen() })}>
          {frozen() ? 'Let the teams change their entries again' : 'Freeze the teams’ entries'}
        </Press>
      </div>
    </div>
  )
}
