import '../../web/ui/styles/base.css'
import '../../web/ui/styles/always-dark.css'
import '../../web/ui/styles/urdu.css'
import '../../web/ui/styles/font.css'
import { Match, onMount, Switch } from 'solid-js'
import type { Role } from '../../api/schema/session.ts'
import { api, ask, Problem } from '../../web/core/api.ts'
import { slugOfPage } from '../../web/core/page-address.ts'
import { createPageLoader } from '../../web/core/page-loader.ts'
import { CodeForm } from './access/CodeForm.tsx'
import { DeskScreen } from './DeskScreen.tsx'
import * as styles from './desk.module.css'

async function readDeskKey(slug: string): Promise<Role> {
  const { doors } = await ask(api.session.$get())
  const key = doors.find(({ role, eventSlug }) => role === 'owner' || (role === 'organiser' && eventSlug === slug))
  if (!key) throw new Problem('key-needed', 'The organiser’s link opens the desk', 401)
  return key.role
}

export function DeskPage() {
  const slug = slugOfPage()
  const loader = createPageLoader(() => readDeskKey(slug))
  onMount(loader.load)
  return (
    <Switch
      fallback={
        <main class={styles.access}>
          <h1>The desk</h1>
          <p class="dim">Reaching the server…</p>
        </main>
      }
    >
      <Match when={loader.state() === 'open'}>
        <DeskScreen slug={slug} />
      </Match>
      <Match when={loader.state() === 'outside'}>
        <main class={styles.access}>
          <h1>This is the desk</h1>
          <p>It opens with the organiser’s link. Open that link on this laptop, then come back here.</p>
          <p class="dim">The link was shown when the event was set up. The owner’s link opens the desk as well.</p>
          <CodeForm slug={slug} onOpen={loader.load} />
        </main>
      </Match>
    </Switch>
  )
}
