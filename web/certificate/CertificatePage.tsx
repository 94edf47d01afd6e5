import { plural } from '../../api/rules/words/plural.ts'
import './certificate.css'
import { For } from 'solid-js'
import { PacksWayIn } from '../pack/PacksWayIn.tsx'
import { Certificate } from './Certificate.tsx'

/** A certificate for a team, or for each: A4 on its side, for the wall. */
export function CertificatePage() {
  return (
    <PacksWayIn>
      {({ event, packs }) => {
        document.title = `Certificate: ${packs.length === 1 ? packs[0]!.entry.team : event.name}`
        return (
          <main class="certificates">
            <div class="on-screen">
              <h1>
                {plural(packs.length, { one: 'Your certificate', other: `Certificates for ${packs.length} teams` })}
              </h1>
              <p class="dim">Print it on A4, on its side; the frame prints by itself.</p>
              <button class="button" type="button" onClick={() => print()}>
                Print, or keep as a PDF
              </button>
            </div>
            <For each={packs}>{(pack) => <Certificate event={event} pack={pack} />}</For>
          </main>
        )
      }}
    </PacksWayIn>
  )
}
