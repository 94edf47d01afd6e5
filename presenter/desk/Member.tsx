import { createSignal, Show } from 'solid-js'
import type { PanelMember } from '../../api/schema/stage.ts'
import { AskTwice } from './AskTwice.tsx'
import type { Desk } from './desk.ts'

/** One judge's line; pressed, it opens what the desk can do about them. */
export function Member(props: { desk: Desk; judge: PanelMember }) {
  const [open, setOpen] = createSignal(false)
  const scored = () => props.desk.stage()?.onStage && props.judge.in
  const state = () => {
    if (props.judge.away) return 'away'
    if (scored()) return 'in'
    return props.desk.shown() === 0 ? 'ready' : `${props.judge.done} of ${props.desk.shown()}`
  }
  return (
    <li class="member">
      <button type="button" class="member-line" aria-expanded={open()} onClick={() => setOpen((was) => !was)}>
        <i class="dot" classList={{ in: Boolean(scored()), away: props.judge.away }} aria-hidden="true" />
        <span class="member-who">
          <span class="member-name" dir="auto">
            {props.judge.name}
          </span>
          <span class="small dim" dir="auto">
            {[props.judge.role, props.judge.organisation].filter(Boolean).join(', ')}
          </span>
        </span>
        <span class="member-state figures">{state()}</span>
      </button>
      <Show when={open()}>
        <div class="row member-tools">
          <button
            type="button"
            class="button"
            onClick={() => props.desk.judgeTo(props.judge.id, props.judge.away ? 'back' : 'away')}
          >
            {props.judge.away ? 'Back again' : 'Mark away'}
          </button>
          <AskTwice
            class="button danger"
            label="Remove…"
            question={`Remove ${props.judge.name} from the panel?`}
            detail="Their ballots no longer count and their phone can no longer score."
            confirm="Remove"
            onConfirm={() => props.desk.judgeTo(props.judge.id, 'remove')}
          />
        </div>
      </Show>
    </li>
  )
}
