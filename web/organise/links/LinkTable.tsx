import { createSignal, For, Show } from 'solid-js'
import { copyText } from '../../core/browser/clipboard.ts'
import * as styles from '../table/table.module.css'
import type { Recipient } from './link-recipients.ts'
import type { LinkSending } from './link-sending.ts'
import { linkCell } from './link-words.ts'

export function LinkTable(props: { sending: LinkSending }) {
  const [message, setMessage] = createSignal('')
  const ids = () => props.sending.recipients().map(({ id }) => id)

  async function copy({ id, name, link }: Recipient) {
    const copied = await copyText(link!.address)
    if (copied) props.sending.markSaved([id])
    setMessage(copied ? `The link for ${name} is copied` : 'This browser cannot copy. Use “Show them as text”')
  }
  return (
    <>
      <section class={`${styles.frame} ${styles.low}`} tabindex="0" aria-label="Everyone who needs a link">
        <table>
          <thead>
            <tr>
              <th>Name</th>
              <th class={styles.wide}>Team or judge</th>
              <th>Link</th>
              <th>
                <span class="spoken">Copy</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={ids()}>
              {(id) => (
                <Show when={props.sending.find(id)}>
                  {(recipient) => (
                    <tr>
                      <th scope="row" dir="auto">
                        {recipient().name}
                      </th>
                      <td class={styles.wide}>{recipient().kind === 'team' ? 'Team' : 'Judge'}</td>
                      <td class={styles.oneLine} classList={{ [styles.attention]: recipient().state === 'none' }}>
                        {linkCell(recipient())}
                      </td>
                      <td class={styles.moves}>
                        <Show when={recipient().link}>
                          <button
                            class={`button quiet ${styles.small}`}
                            type="button"
                            onClick={() => copy(recipient())}
                          >
                            Copy<span class="spoken"> the link for {recipient().name}</span>
                          </button>
                        </Show>
                      </td>
                    </tr>
                  )}
                </Show>
              )}
            </For>
          </tbody>
        </table>
      </section>
      <p class="form-message" role="status">
        {message()}
      </p>
    </>
  )
}
