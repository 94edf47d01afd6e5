import { For, Show } from 'solid-js'
import type { Rehearsal } from '../../../api/schema/rehearsal.ts'
import { Press } from '../../ui/buttons/Press.tsx'
import { ScreenLinks } from '../links/ScreenLinks.tsx'
import * as styles from '../organise.module.css'
import { RehearsalReport } from './RehearsalReport.tsx'
import { reportWords, standWords } from './rehearsal-words.ts'
import type { Rehearsing } from './rehearsing.ts'

const lineCount = 5

export function RehearsalNow(props: { rehearsal: Rehearsal; rehearsing: Rehearsing }) {
  const slug = () => props.rehearsal.slug
  const screens = () => [
    { to: `/present/${slug()}`, name: 'Its stage', words: 'As on the projector.' },
    {
      to: `/present/${slug()}/desk`,
      name: 'Its desk',
      words: props.rehearsal.byHand ? 'Where you press the keys.' : 'To watch, or to press the keys.',
    },
    { to: `/present/${slug()}/backstage`, name: 'Its backstage', words: 'For the host.' },
    { to: `/e/${slug()}/judge`, name: 'A judge’s phone', words: 'Join and score with the others.' },
    { to: `/e/${slug()}`, name: 'Its room', words: 'What everyone would follow.' },
    { to: `/e/${slug()}/organise`, name: 'Rehearsal organiser’s page', words: 'The review, the record, the files.' },
  ]
  const lines = () => props.rehearsal.said.slice(-lineCount)
  return (
    <div class={`${styles.rehearsal} stack`}>
      <h3 role="status">{standWords(props.rehearsal)}</h3>
      <Show
        when={props.rehearsal.report}
        fallback={
          <ol class={styles.rehearsalLines}>
            <For each={lines()} fallback={<li>The judges are on their way…</li>}>
              {(line) => <li dir="auto">{line.trim()}</li>}
            </For>
          </ol>
        }
      >
        {(report) => (
          <>
            <p>{reportWords(report())}</p>
            <RehearsalReport report={report()} />
          </>
        )}
      </Show>
      <ScreenLinks screens={screens()} />
      <div class="buttons">
        <Press onPress={props.rehearsing.wipe}>Delete the rehearsal</Press>
        <p class="dim">Its judges stop at once, and everything in it is deleted.</p>
      </div>
    </div>
  )
}
