import '../../web/ui/styles/base.css'
import '../../web/ui/styles/theatre.css'
import '../../web/ui/styles/urdu.css'
import '../../web/ui/styles/font.css'
import { createSignal, Match, onCleanup, Switch } from 'solid-js'
import { slugOfPage } from '../../web/core/page-address.ts'
import { watchAccess } from './access/access.ts'
import { CodeForm } from './access/CodeForm.tsx'
import { DeskScreen } from './DeskScreen.tsx'
import * as styles from './desk.module.css'

export function DeskPage() {
  const slug = slugOfPage()
  const [access, setAccess] = createSignal<'asking' | 'open' | 'shut'>('asking')
  onCleanup(watchAccess(slug, setAccess))
  return (
    <Switch>
      <Match when={access() === 'open'}>
        <DeskScreen slug={slug} />
      </Match>
      <Match when={access() === 'shut'}>
        <main class={styles.door}>
          <h1>This is the desk</h1>
          <p>It opens with the organiser’s link. Open that link on this laptop, then come back here.</p>
          <p class="dim">The link was shown when the event was set up. The owner’s link opens the desk as well.</p>
          <CodeForm slug={slug} onOpen={() => setAccess('open')} />
        </main>
      </Match>
      <Match when={access() === 'asking'}>
        <main class={styles.door}>
          <h1>The desk</h1>
          <p class="dim">Reaching the server…</p>
        </main>
      </Match>
    </Switch>
  )
}
