import '../ui/styles/base.css'
import '../ui/styles/font.css'
import '../ui/styles/sheet.css'
import '../ui/styles/print.css'
import { For } from 'solid-js'
import { plural } from '../../api/rules/words/plural.ts'
import { PackLoader } from './PackLoader.tsx'
import { PackSheet } from './PackSheet.tsx'
import * as styles from './pack.module.css'

export function PackPage() {
  return (
    <PackLoader>
      {({ event, packs }) => {
        document.title = `Feedback: ${packs.length === 1 ? packs[0]!.entry.team : event.name}`
        return (
          <main class={`sheet ${styles.packs}`}>
            <div class={`on-screen ${styles.explanation}`}>
              <h1>Feedback to print</h1>
              <p class="dim">
                {plural(packs.length, { one: 'One team.', other: `${packs.length} teams, one page each.` })}
              </p>
              <button class="button" type="button" onClick={() => print()}>
                Print, or save as a PDF
              </button>
            </div>
            <For each={packs}>{(pack) => <PackSheet event={event} pack={pack} />}</For>
          </main>
        )
      }}
    </PackLoader>
  )
}
