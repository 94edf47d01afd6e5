import '../ui/styles/font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import '../ui/fields/fields.css'
import '../ui/styles/office.css'
import '../ui/styles/checks.css'
import { createEffect, Index, Show } from 'solid-js'
import { slugOfPage } from '../core/page-address.ts'
import { PageNotice } from '../ui/page/PageNotice.tsx'
import { CodeSection } from './CodeSection.tsx'
import * as styles from './check.module.css'
import { FindingRow } from './FindingRow.tsx'
import { SoundRow } from './SoundRow.tsx'
import { createVenueCheck } from './venue-check.ts'

export function CheckPage() {
  const slug = slugOfPage()
  const check = createVenueCheck(slug)
  createEffect(() => {
    document.title = `Venue check: ${check.event()?.name ?? 'Demo Hour'}`
  })

  return (
    <Show
      when={!check.isMissing()}
      fallback={
        <PageNotice title="There is no event at this address">
          <p>Check the address, or enter the code that is on the screen in the room.</p>
          <a class="button" href="/">
            Enter the code
          </a>
        </PageNotice>
      }
    >
      <header class="band">
        <div class="office-width">
          <p dir="auto">{check.event()?.name ?? 'Demo Hour'}</p>
          <h1>Venue check</h1>
          <p role="status">{check.summary()}</p>
        </div>
      </header>
      <main class="office">
        <div class="office-width office-main">
          <div class="buttons">
            <button class="button" type="button" aria-disabled={check.running()} onClick={() => check.run()}>
              {check.running() ? 'Checking…' : 'Check again'}
            </button>
            <p class="dim">Open this page on each device that matters, in the place where it will be used.</p>
          </div>
          <div class={styles.sections}>
            <Show when={check.scanned}>
              <CodeSection check={check} />
            </Show>
            <section class="section" aria-labelledby="device">
              <h2 id="device">This device</h2>
              <ul class={`checks ${styles.found}`}>
                <Index each={check.device()}>
                  {(finding) => <FindingRow name={finding().name} finding={finding()} />}
                </Index>
              </ul>
            </section>
            <section class="section" aria-labelledby="projector">
              <h2 id="projector">If it is the projector’s</h2>
              <ul class={`checks ${styles.found}`}>
                <Index each={check.projector()}>
                  {(finding) => <FindingRow name={finding().name} finding={finding()} />}
                </Index>
                <SoundRow check={check} />
              </ul>
            </section>
            <Show when={!check.scanned}>
              <CodeSection check={check} />
            </Show>
          </div>
        </div>
      </main>
    </Show>
  )
}
