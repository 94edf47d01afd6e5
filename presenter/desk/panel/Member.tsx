import { createMemo, createSignal, Show } from 'solid-js'
import type { PanelMember } from '../../../api/schema/stage.ts'
import * as buttonsStyles from '../buttons.module.css'
import { ConfirmButton } from '../ConfirmButton.tsx'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import { MemberForm } from './MemberForm.tsx'
import { memberState } from './member-state.ts'
import * as panelStyles from './panel.module.css'

export function Member(props: { desk: Desk; judge: PanelMember }) {
  const [open, setOpen] = createSignal(false)
  const [editing, setEditing] = createSignal(false)
  const secondMs = createMemo(() => Math.floor(props.desk.nowMs() / 1000) * 1000)
  const state = createMemo(() =>
    memberState(props.judge, {
      onStage: props.desk.stage()?.onStage?.warmUp === false,
      open: props.desk.openTeams(),
      // An offline desk knows nothing about a phone.
      nowMs: props.desk.connected() ? secondMs() : undefined,
    }),
  )
  return (
    <li>
      <button
        type="button"
        class={panelStyles.memberLine}
        aria-expanded={open()}
        onClick={() => setOpen((was) => !was)}
      >
        <i class={panelStyles.dot} data-is={state().is} aria-hidden="true" />
        <span class={panelStyles.memberWho}>
          <span class={panelStyles.memberName} dir="auto">
            {props.judge.name}
          </span>
          <span class={`${deskStyles.small} dim`} dir="auto">
            {[props.judge.role, props.judge.organisation].filter(Boolean).join(', ')}
          </span>
        </span>
        <span class={`${panelStyles.memberState} figures`}>{state().words}</span>
      </button>
      <Show when={open()}>
        <div class={`${deskStyles.row} ${panelStyles.memberTools}`}>
          <button
            type="button"
            class={buttonsStyles.button}
            onClick={() => props.desk.judges.change(props.judge.id, props.judge.away ? 'back' : 'away')}
          >
            {props.judge.away ? 'Back again' : 'Mark away'}
          </button>
          <button type="button" class={buttonsStyles.button} onClick={() => setEditing(true)}>
            Correct the name
          </button>
          <ConfirmButton
            class={`${buttonsStyles.button} ${buttonsStyles.danger}`}
            label="Remove…"
            question={`Remove ${props.judge.name} from the panel?`}
            detail="Their ballots no longer count and their phone can no longer score."
            confirm="Remove"
            onConfirm={() => props.desk.judges.change(props.judge.id, 'remove')}
          />
        </div>
        <Show when={editing()}>
          <MemberForm desk={props.desk} judge={props.judge} onClose={() => setEditing(false)} />
        </Show>
      </Show>
    </li>
  )
}
