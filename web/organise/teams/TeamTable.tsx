import { For, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { LinkSending } from '../links/link-sending.ts'
import { linkCell, linkLine } from '../links/link-words.ts'
import type { Organising } from '../organising.ts'
import type { OpenRow } from '../table/open-row.ts'
import * as styles from '../table/table.module.css'

type Props = {
  organising: Organising
  sending: LinkSending
  rows: OpenRow
  locked: boolean
  onMove: (id: string, place: number) => void
}

export function TeamTable(props: Props) {
  const { now } = props.organising
  const link = (entry: Entry, words: typeof linkCell) => {
    const recipient = props.sending.find(entry.id)
    return recipient ? words(recipient) : ''
  }
  const states = (entry: Entry) =>
    [
      props.rows.unsaved(entry.id) && 'Not saved yet',
      entry.warmUp && 'Warm-up',
      entry.skipped && 'Skipped',
      props.organising.ready().includes(entry.id) && 'Ready',
    ]
      .filter(Boolean)
      .join(', ')
  const picture = (entry: Entry) => (entry.picture ? 'Picture' : 'No picture')

  /** Moving the row drops the focus, so it is restored for the next press. */
  function move(e: MouseEvent & { currentTarget: HTMLButtonElement }, entry: Entry, by: number) {
    const button = e.currentTarget
    props.onMove(entry.id, now.entries.indexOf(entry) + by)
    button.focus()
    button.scrollIntoView({ block: 'nearest' })
  }
  return (
    <section class={styles.frame} tabindex="0" aria-label="Teams in their order">
      <table>
        <thead>
          <tr>
            <th class={styles.number}>
              <span aria-hidden="true">№</span>
              <span class="spoken">Place in the order</span>
            </th>
            <th>Team</th>
            <th class={styles.wide}>Table</th>
            <th class={styles.wide}>Picture</th>
            <th class={styles.wide}>Link</th>
            <th class={styles.wide}>State</th>
            <Show when={!props.locked}>
              <th>
                <span class="spoken">Move</span>
              </th>
            </Show>
          </tr>
        </thead>
        <tbody>
          <For each={now.entries}>
            {(entry, n) => (
              <tr data-open={props.rows.openId() === entry.id ? '' : undefined}>
                <td class={`${styles.number} figures`}>{n() + 1}</td>
                <th scope="row">
                  <button
                    class={styles.name}
                    type="button"
                    id={props.rows.rowButtonId(entry.id)}
                    aria-expanded={props.rows.openId() === entry.id}
                    onClick={() => props.rows.open(entry.id)}
                  >
                    <span class="spoken">Edit </span>
                    <strong dir="auto">{entry.team}</strong>
                    <span dir="auto">{entry.title}</span>
                  </button>
                  <span class={`${styles.narrow} dim`}>
                    {[entry.table && `Table ${entry.table}`, picture(entry), link(entry, linkLine), states(entry)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </th>
                <td class={styles.wide}>{entry.table}</td>
                <td class={styles.wide}>{entry.picture ? 'Yes' : 'No'}</td>
                <td class={styles.wide}>{link(entry, linkCell)}</td>
                <td class={styles.wide}>{states(entry)}</td>
                <Show when={!props.locked}>
                  <td class={styles.moves}>
                    <button
                      class={`button quiet ${styles.arrow}`}
                      type="button"
                      aria-disabled={n() === 0}
                      onClick={(e) => move(e, entry, -1)}
                    >
                      <span aria-hidden="true">↑</span>
                      <span class="spoken">{entry.team} earlier</span>
                    </button>
                    <button
                      class={`button quiet ${styles.arrow}`}
                      type="button"
                      aria-disabled={n() === now.entries.length - 1}
                      onClick={(e) => move(e, entry, 1)}
                    >
                      <span aria-hidden="true">↓</span>
                      <span class="spoken">{entry.team} later</span>
                    </button>
                  </td>
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}
