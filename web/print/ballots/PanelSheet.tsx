import { For, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Judge } from '../../../api/schema/judge.ts'
import type { Printing } from '../printing.ts'
import * as sheetStyles from '../sheet.module.css'
import { circled, letterOf, levelLine, stepsOf } from './ballot-print.ts'
import * as ballotsStyles from './ballots.module.css'

type Props = { printing: Printing; judge: Judge | undefined; entries: Entry[]; page: number; of: number }

export function PanelSheet(props: Props) {
  const many = () => circled(props.printing.now.event.criteria)
  return (
    <article class={ballotsStyles.panelSheet} data-piece>
      <header>
        <p>
          Judge <strong dir="auto">{props.judge?.name}</strong>
        </p>
        <p class={ballotsStyles.sheetOf}>
          <span dir="auto">{props.printing.now.event.name}</span>
          {props.of > 1 ? ` · page ${props.page} of ${props.of}` : ''}
        </p>
      </header>
      <ol class={ballotsStyles.questions}>
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
      <p class={ballotsStyles.write}>
        {many() ? 'Circle one number for each question.' : 'Write one number for each question.'} “Aside”: a cross, if
        you work with the team or have an interest in it.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col" class={ballotsStyles.wideTeam}>
              Team
            </th>
            <For each={props.printing.now.event.criteria}>
              {(_, n) => (
                <th scope="col" class={ballotsStyles.letter}>
                  {letterOf(n())}
                </th>
              )}
            </For>
            <th scope="col" class={ballotsStyles.recusal}>
              Aside
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.entries}>
            {(entry) => (
              <tr data-piece>
                <th scope="row" class={ballotsStyles.wideTeam} dir="auto">
                  {props.printing.numbered(entry)}
                </th>
                <For each={props.printing.now.event.criteria}>
                  {(criterion) => (
                    <td class={ballotsStyles.letter}>
                      <Show when={many()} fallback={<span class={`${sheetStyles.box} ${sheetStyles.large}`} />}>
                        <span class={ballotsStyles.numbers}>{stepsOf(criterion).join(' ')}</span>
                      </Show>
                    </td>
                  )}
                </For>
                <td class={ballotsStyles.recusal}>
                  <span class={sheetStyles.box} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <p class={ballotsStyles.sign}>Signature</p>
    </article>
  )
}
