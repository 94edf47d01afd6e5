import { createSignal, onMount } from 'solid-js'
import type { PanelMember } from '../../../api/schema/stage.ts'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import * as trayStyles from '../tray/tray.module.css'
import * as panelStyles from './panel.module.css'

export function MemberForm(props: { desk: Desk; judge: PanelMember; onClose: () => void }) {
  const [name, setName] = createSignal(props.judge.name)
  const [role, setRole] = createSignal(props.judge.role)
  const [organisation, setOrganisation] = createSignal(props.judge.organisation)
  let nameField!: HTMLInputElement
  onMount(() => nameField.focus())

  async function save(e: SubmitEvent) {
    e.preventDefault()
    if (!name().trim()) return props.desk.notify('Please give the judge’s name.')
    const json = { name: name(), role: role(), organisation: organisation() }
    if (await props.desk.judges.correct(props.judge.id, json)) props.onClose()
  }

  return (
    <form class={panelStyles.memberForm} onSubmit={save} onKeyDown={(e) => e.key === 'Escape' && props.onClose()}>
      <label>
        Name
        <input
          class={trayStyles.field}
          maxLength={80}
          autocomplete="off"
          ref={nameField}
          value={name()}
          onInput={(e) => setName(e.currentTarget.value)}
        />
      </label>
      <label>
        Role
        <input
          class={trayStyles.field}
          maxLength={80}
          autocomplete="off"
          value={role()}
          onInput={(e) => setRole(e.currentTarget.value)}
        />
      </label>
      <label>
        Organisation
        <input
          class={trayStyles.field}
          maxLength={120}
          autocomplete="off"
          value={organisation()}
          onInput={(e) => setOrganisation(e.currentTarget.value)}
        />
      </label>
      <div class={deskStyles.row}>
        <button type="submit" class={buttonsStyles.button}>
          Save
        </button>
        <button type="button" class={buttonsStyles.button} onClick={props.onClose}>
          Cancel
        </button>
      </div>
    </form>
  )
}
