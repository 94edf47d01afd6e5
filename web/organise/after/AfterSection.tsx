import { createSignal, For, Show } from 'solid-js'
import { filesLeftWords } from '../../core/event-admin.ts'
import { InlineConfirm } from '../../ui/buttons/InlineConfirm.tsx'
import { CopyEvent } from '../../ui/forms/CopyEvent.tsx'
import { DeleteEvent } from '../../ui/forms/DeleteEvent.tsx'
import * as styles from '../organise.module.css'
import type { Organising } from '../organising.ts'
import { SavedArchives } from './SavedArchives.tsx'

type Props = { organising: Organising; onDeleted: (filesLeft: string[]) => void }
type Step = { when: boolean; to: string; name: string; words: string; file?: string }

export function AfterSection(props: Props) {
  const [message, setMessage] = createSignal('')
  const event = () => props.organising.now.event
  const files = () => `/api/events/${event().slug}`
  const closed = () => event().phase !== 'setup' && event().phase !== 'live'
  const underWay = () => event().phase === 'live' || event().phase === 'revealing'
  const steps = (): Step[] => [
    {
      when: closed(),
      ...{ to: `/e/${event().slug}/review`, name: 'Review the result' },
      words:
        event().phase === 'final'
          ? 'How safe it was, in plain words.'
          : 'How safe it is, in plain words, before anything is revealed.',
    },
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
    {
      when: closed(),
      ...{ to: `/e/${event().slug}/history`, name: 'The history' },
      words: 'Every action and every change of a ballot, with its time.',
    },
  ]
  return (
    <section class="section" id="after" aria-labelledby="after-title">
      <header>
        <h2 id="after-title">Afterwards</h2>
        <Show
          when={closed()}
          fallback={
            <p class="dim">
              Once scoring has closed, the review opens here: how safe the result is, before anything is revealed. So
              does the result as a spreadsheet.
            </p>
          }
        >
          <p class="dim">
            {event().phase === 'final'
              ? 'The result is published: everyone finds it on the room’s page.'
              : 'The result stays sealed for everyone else until it has been revealed.'}
          </p>
        </Show>
      </header>
      <Show when={steps().some((step) => step.when)}>
        <ul class={styles.screens}>
          <For each={steps().filter((step) => step.when)}>
            {(step) => (
              <li>
                <a class={styles.screen} href={step.to} download={step.file}>
                  <strong>{step.name}</strong>
                  <span class="dim">{step.words}</span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={closed()}>
        <SavedArchives organising={props.organising} />
      </Show>
      <details class="more">
        <summary>Set up next year’s event from this one</summary>
        <CopyEvent event={event()} />
      </details>
      <hr class="rule" />
      <div class="stack">
        <h3>Personal data</h3>
        <p class="dim">
          The only data about people are the judges’ names, roles, organisations and comments, the members of the teams,
          who gave a casting vote or released the result, and what the desk wrote on the stage.
        </p>
        <div class="buttons">
          <Show when={closed() && !underWay()}>
            <InlineConfirm
              label="Remove the people’s data…"
              question="Remove all names, roles, organisations, comments and messages for good, from the server’s own copies too? Scores stay. Save the event as one file first if you want to keep them."
              yes="Remove them for good"
              no="Keep them"
              onYes={async () => {
                const filesLeft = await props.organising.forgetPeople()
                setMessage(['The people’s data are removed.', filesLeftWords(filesLeft)].join(' '))
              }}
            />
          </Show>
          <DeleteEvent event={event()} onDeleted={props.onDeleted} />
          <p class="form-message" role="status">
            {message()}
          </p>
        </div>
      </div>
    </section>
  )
}
