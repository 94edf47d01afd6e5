import '../ui/styles/base.css'
import '../ui/styles/font.css'
import '../ui/styles/sheet.css'
import '../ui/styles/print.css'
import { For } from 'solid-js'
import { plural } from '../../api/rules/words/plural.ts'
import { PackLoader } from '../pack/PackLoader.tsx'
import { Certificate } from './Certificate.tsx'
import * as styles from './certificate.module.css'

export function CertificatePage() {
  return (
    <PackLoader>
      {({ event, packs }) => {
        document.title = `Certificate: ${packs.length === 1 ? packs[0]!.entry.team : event.name}`
        return (
          <main class={styles.certificates}>
            <div class={`on-screen ${styles.explanation}`}>
              <h1>
                {plural(packs.length, { one: 'Your certificate', other: `Certificates for ${packs.length} teams` })}
              </h1>
              <p class="dim">Print it on A4 landscape. The frame is printed too.</p>
              <button class="button" type="button" onClick={() => print()}>
                Print, or save as a PDF
              </button>
            </div>
            <For each={packs}>{(pack) => <Certificate event={event} pack={pack} />}</For>
          </main>
        )
      }}
    </PackLoader>
  )
}
