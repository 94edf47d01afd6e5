import { type Component, createSignal, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { api, ask, Problem } from '../../core/api.ts'
import { CopyText } from '../../ui/buttons/CopyText.tsx'
import { Press } from '../../ui/buttons/Press.tsx'
import { type Organising, publicAddress } from '../organising.ts'
import * as styles from './remote-link.module.css'

type Code = Component<{ text: string; class: string; label: string }>

/** A key for a phone or a stream deck: it moves the show, and neither closes scoring, reveals nor publishes. */
export function RemoteLink(props: { organising: Organising; onMade: () => unknown }) {
  const { slug, now } = props.organising
  const [drawing, setDrawing] = createSignal<{ Code: Code }>()
  const [key, setKey] = createSignal<string>()
  const address = () => `${publicAddress(now.event)}/present/${slug}/remote#k=${key()}`
  async function make() {
    const module = await import('../../ui/page/Qr.tsx').catch(() => {
      throw new Problem('offline', 'The server cannot be reached. Check the connection', 0)
    })
    setDrawing({ Code: module.Qr })
    const { remoteKey } = await ask<{ remoteKey: string }>(api.events[':slug'].links.remote.$post({ param: { slug } }))
    setKey(remoteKey)
    await props.onMade()
  }
  return (
    <div class="stack">
      <h3>Remote control</h3>
      <p class="dim">
        For a phone or a stream deck: next, back, the clock, a message. It cannot close scoring, reveal or publish, and
        it sees only what the room sees.
      </p>
      <div class="buttons">
        <Press onPress={make}>{key() ? 'Make another remote control' : 'Make a remote control'}</Press>
      </div>
      <Show when={key()}>
        <Dynamic
          component={drawing()?.Code}
          class={styles.code}
          text={address()}
          label="A code that opens the remote control"
        />
        <CopyText label="Link for a phone" hint="Shown only now. Scan the code, or copy it." text={address()} />
        <CopyText label="Key for a stream deck" text={key()!} />
      </Show>
    </div>
  )
}
