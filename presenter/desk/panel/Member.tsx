import { createMemo, createSignal, Show } from 'solid-js'
import type { PanelMember } from '../../../api/schema/stage.ts'
import { ConfirmButton } from '../ConfirmButton.tsx'
import type { Desk } from '../desk.ts'
import { MemberForm } from './MemberForm.tsx'
import { memberState } from './member-state.ts'

export function Member(props: { desk: Desk; judge: PanelMember }) {
  const [open, setOpen] = createSignal(false)
  const [editing, setEditing] = createSignal(false)
  const secondMs = createMemo(() => Math.floor(props.desk.nowMs() / 1000) * 1000)
  const state = createMemo(() =>
    memberState(props.judge, {
      onStage: props.desk.stage()?.onStage?.warmUp === false,
      shown: props.desk.shown(),
      // While the desk is offline, it knows nothing about a phone.
      nowMs: props.desk.connected() ? secondMs() : undefined,
    }),
  )
  return (
    <li class="member">
      <button type="button" class="member-line" aria-expanded={open()} onClick={() => setOpen((was) => !was)}>
        <i class="dot" data-is={state().is} aria-hidden="true" />
        <span class="member-who">
          <span class="member-name" dir="auto">
            {props.judge.name}
          </span>
          <span class="small dim" dir="auto">
            {[props.judge.role, props.judge.organisation].filter(Boolean).join(', ')}
          </span>
        </span>
        <span class="member-state figures">{state().words}</span>
      </button>
      <Show when={open()}>
        <div class="row member-tools">
          <button
            type="button"
            class="button"
            onClick={() => props.desk.changeJudge(props.judge.id, props.judge.away ? 'back' : 'away')}
          >
            {props.judge.away ? 'Back again' : 'Mark away'}
          </button>
          <button type="button" class="button" onClick={() => setEditing(true)}>
            Correct the name
          </button>
          <ConfirmButton
            class="button danger"
            label="Remove…"
            question={`Remove ${props.judge.name} from the panel?`}
            detail="Their ballots no longer count and their phone can no longer score."
            confirm="Remove"
            onConfirm={() => props.desk.changeJudge(props.judge.id, 'remove')}
          />
        </div>
        <Show when={editing()}>
          <MemberForm desk={props.desk} judge={props.judge} onClose={() => setEditing(false)} />
        </Show>
      </Show>
    </li>
  )
}
