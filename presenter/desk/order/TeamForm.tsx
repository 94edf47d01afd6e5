import { createSignal, onMount } from 'solid-js'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import * as trayStyles from '../tray/tray.module.css'

export function TeamForm(props: { desk: Desk }) {
  const [team, setTeam] = createSignal('')
  const [title, setTitle] = createSignal('')
  let teamField!: HTMLInputElement
  onMount(() => teamField.focus())

  async function add() {
    if (!team().trim() || !title().trim()) return props.desk.notify('Please give the team and what they made.')
    const added = await props.desk.order.add({ team: team().trim(), title: title().trim() })
    if (!added) return
    props.desk.openSlot(added.id)
    props.desk.notify(`${added.team} comes last, in slot ${added.slot}. Their own link is on the organiser’s page.`)
  }

  return (
    <form
      class={trayStyles.tray}
      onSubmit={(e) => {
        e.preventDefault()
        add()
      }}
      onKeyDown={(e) => e.key === 'Escape' && props.desk.setTray(undefined)}
    >
      <div class={`${deskStyles.row} ${trayStyles.pair}`}>
        <label>
          Team
          <input
            class={trayStyles.field}
            maxLength={120}
            ref={teamField}
            autocomplete="off"
            onInput={(e) => setTeam(e.currentTarget.value)}
          />
        </label>
        <label>
          What they made
          <input
            class={trayStyles.field}
            maxLength={120}
            autocomplete="off"
            onInput={(e) => setTitle(e.currentTarget.value)}
          />
        </label>
      </div>
      <div class={deskStyles.row}>
        <button type="submit" class={buttonsStyles.button}>
          Add them at the end
        </button>
        <button type="button" class={buttonsStyles.button} onClick={() => props.desk.setTray(undefined)}>
          Cancel
        </button>
      </div>
    </form>
  )
}
