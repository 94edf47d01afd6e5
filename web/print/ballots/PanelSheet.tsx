import { For, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Judge } from '../../../api/schema/judge.ts'
import type { Printing } from '../printing.ts'
import { circled, letterOf, levelLine, stepsOf } from './ballot-print.ts'

type Props = { printing: Printing; judge: Judge | undefined; entries: Entry[]; page: number; of: number }

/** One page of a judge's sheet: the questions once, then a line for each team with its numbers to circle. */
export function PanelSheet(props: Props) {
  const many = () => circled(props.printing.now.event.criteria)
  return (
    <article class="panel-sheet" data-piece>
      <header>
        <p>
          Judge <strong dir="auto">{props.judge?.name}</strong>
        </p>
        <p class="sheet-of">
          <span dir="auto">{props.printing.now.event.name}</span>
          {props.of > 1 ? ` · page ${props.page} of ${props.of}` : ''}
        </p>
      </header>
      <ol class="questions">
        <For each={props.printing.now.event.criteria}>
          {(criterion, n) => (
            <li>
              <b>{letterOf(n())}</b>{' '}
              <strong dir="auto">
                {criterion.name} ({criterion.min} to {criterion.max})
              </strong>{' '}
              <span dir="auto">{levelLine(criterion)}</span>
            </li>
          )}
        </For>
      </ol>
      <p class="write">
        {many() ? 'Circle one number for each question.' : 'Write one number for each question.'} “Aside”: a cross, if
        you work with the team or have an interest in it.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col" class="wide-team">
              Team
            </th>
            <For each={props.printing.now.event.criteria}>
              {(_, n) => (
                <th scope="col" class="letter">
                  {letterOf(n())}
                </th>
              )}
            </For>
            <th scope="col" class="aside">
              Aside
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.entries}>
            {(entry) => (
              <tr data-piece>
                <th scope="row" class="wide-team" dir="auto">
                  {props.printing.numbered(entry)}
                </th>
                <For each={props.printing.now.event.criteria}>
                  {(criterion) => (
                    <td class="letter">
                      <Show when={many()} fallback={<span class="box large" />}>
                        <span class="numbers">{stepsOf(criterion).join(' ')}</span>
                      </Show>
                    </td>
                  )}
                </For>
                <td class="aside">
                  <span class="box" />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <p class="sign">Signature</p>
    </article>
  )
}
