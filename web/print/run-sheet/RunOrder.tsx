import { For, Show } from 'solid-js'
import { tableWords } from '../../../api/rules/words/table-words.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import { startWords } from '../../core/words/event-words.ts'
import { minutesText } from '../../ui/forms/event-form.ts'
import { ChallengeLine } from '../ChallengeLine.tsx'
import type { Printing } from '../printing.ts'
import * as styles from './run-sheet.module.css'

type Props = { printing: Printing; entries: Entry[]; page: number; of: number }

export function RunOrder(props: Props) {
  const event = () => props.printing.now.event
  /** Scored at the tables: nobody has a time on stage. */
  const anyOrder = () => event().scoring === 'any-order'
  const long = (seconds: number | null, usual: number) => minutesText(seconds ?? usual)
  const people = (entry: Entry) => [entry.organisations.join(', '), entry.members.join(', ')].filter(Boolean)
  return (
    <article class={styles.runOrder} data-piece>
      <header>
        <h2 dir="auto">{event().name}</h2>
        <p>
          Run sheet
          <Show when={[startWords(event()), event().venue].filter(Boolean).join(' · ')}>
            {(words) => <span dir="auto"> · {words()}</span>}
          </Show>
          {props.of > 1 ? ` · page ${props.page} of ${props.of}` : ''}
        </p>
      </header>
      <Show when={props.entries.length > 0}>
        <table>
          <thead>
            <tr>
              <th scope="col" class={styles.time}>
                {anyOrder() ? 'Table' : event().startsAt ? 'Time' : 'From the start'}
              </th>
              <th scope="col">Team</th>
              <Show when={!anyOrder()}>
                <th scope="col" class={styles.team}>
                  Talk + questions, minutes
                </th>
              </Show>
              <th scope="col" class={styles.notes}>
                Notes
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.entries}>
              {(entry) => (
                <tr data-piece>
                  <td class={styles.time}>
                    {entry.skipped ? 'skipped' : anyOrder() ? entry.table : props.printing.turnWords(entry)}
                  </td>
                  <th scope="row">
                    <p dir="auto">{props.printing.numbered(entry)}</p>
                    <p class={styles.plain} dir="auto">
                      {[anyOrder() ? '' : tableWords(entry), entry.title].filter(Boolean).join(' · ')}
                    </p>
                    <For each={people(entry)}>
                      {(line) => (
                        <p class={`${styles.plain} ${styles.small}`} dir="auto">
                          {line}
                        </p>
                      )}
                    </For>
                    <ChallengeLine event={event()} entryId={entry.id} class={`${styles.plain} ${styles.small}`} />
                  </th>
                  <Show when={!anyOrder()}>
                    <td class={styles.team}>
                      {long(entry.talkSeconds, event().talkSeconds)} +{' '}
                      {long(entry.questionsSeconds, event().questionsSeconds)}
                    </td>
                  </Show>
                  <td class={styles.notes} />
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </article>
  )
}
