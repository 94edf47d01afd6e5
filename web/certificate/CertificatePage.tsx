import { plural } from '../../api/rules/words/plural.ts'
import './certificate.css'
import { For } from 'solid-js'
import { LoadedPacks } from '../pack/LoadedPacks.tsx'
import { Certificate } from './Certificate.tsx'

/** Certificates for one team or for all, on A4 landscape. */
export function CertificatePage() {
  return (
    <LoadedPacks>
      {({ event, packs }) => {
        document.title = `Certificate: ${packs.length === 1 ? packs[0]!.entry.team : event.name}`
        return (
          <main class="certificates">
            <div class="on-screen explanation">
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
    </LoadedPacks>
  )
}
