import { For, Show } from 'solid-js'
import * as styles from '../organise.module.css'
import type { Organising } from '../organising.ts'
import { SavedArchives } from './SavedArchives.tsx'

type File = { when: boolean; to: string; name: string; words: string; file?: string }

export function DownloadSection(props: { organising: Organising }) {
  const event = () => props.organising.now.event
  const files = () => `/api/events/${event().slug}`
  const closed = () => event().phase !== 'setup' && event().phase !== 'live'
  const list = (): File[] => [
    {
      when: event().phase === 'final',
      ...{ to: `/e/${event().slug}/record`, name: 'One page for the file' },
      words: 'The result and how it came about, to print.',
    },
    {
      when: closed(),
      ...{ to: `${files()}/results.csv`, name: 'Result as a spreadsheet', file: `${event().slug}-results.csv` },
      words: 'Places, awards and scores, for Excel and other spreadsheets.',
    },
    {
      when: event().phase !== 'live',
      ...{ to: `${files()}/archive`, name: 'The whole event as one file', file: `${event().slug}.json` },
      words: 'Everything except the links. Any Demo Hour can import it.',
    },
    {
      when: closed(),
      ...{ to: `${files()}/showcase.zip`, name: 'The gallery as plain files', file: `${event().slug}-showcase.zip` },
      words:
        event().phase === 'final'
          ? 'Every team’s page, to put on any website. No server needed.'
          : 'Every team’s page, to put on any website, with the awards that have been shown so far.',
    },
  ]
  const offered = () => list().filter((file) => file.when)
  return (
    <section class="section" id="download" aria-labelledby="download-title">
      <header>
        <h2 id="download-title">Download</h2>
        <Show when={!closed()}>
          <p class="dim">The result can be downloaded once scoring has closed.</p>
        </Show>
      </header>
      <Show when={offered().length > 0} fallback={<p>While the show is on, there is nothing to download yet.</p>}>
        <ul class={styles.screens}>
          <For each={offered()}>
            {(file) => (
              <li>
                <a class={styles.screen} href={file.to} download={file.file}>
                  <strong>{file.name}</strong>
                  <span class="dim">{file.words}</span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={closed()}>
        <SavedArchives organising={props.organising} />
      </Show>
    </section>
  )
}
