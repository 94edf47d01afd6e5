import '../../web/ui/styles/base.css'
import '../../web/ui/styles/always-dark.css'
import '../../web/ui/styles/urdu.css'
import '../../web/ui/styles/font.css'
import { Match, onMount, Show, Switch } from 'solid-js'
import { slugOfPage } from '../../web/core/page-address.ts'
import { createPageLoader } from '../../web/core/page-loader.ts'
import { RemoteControl } from './RemoteControl.tsx'
import * as styles from './remote.module.css'
import { readRemoteKey } from './remote-key.ts'

export function RemotePage() {
  const slug = slugOfPage()
  const loader = createPageLoader(() => readRemoteKey(slug))
  onMount(loader.load)
  return (
    <main class={styles.remote}>
      <h1 class="spoken">Remote control</h1>
      <Switch fallback={<p class="dim">Reaching the server…</p>}>
        <Match when={loader.state() === 'open'}>
          <RemoteControl slug={slug} />
        </Match>
        <Match when={loader.state() === 'outside'}>
          <p>This remote control opens with its own link. The organiser makes one under “Hand over”.</p>
          <Show when={loader.problem()?.code === 'key-unknown'}>
            <p class="dim">The link that you opened no longer works.</p>
          </Show>
        </Match>
      </Switch>
    </main>
  )
}
