import { For, Show } from 'solid-js'
import type { RehearsalReport as Report } from '../../../api/schema/rehearsal.ts'

export function RehearsalReport(props: { report: Report }) {
  const line = (state: 'done' | 'missing' | 'worth', mark: string, spoken: string, sentence: string) => (
    <li class={`check ${state}`}>
      <span class="check-mark" aria-hidden="true">
        {mark}
      </span>
      <p>
        <span class="spoken">{spoken}: </span>
        {sentence}
      </p>
    </li>
  )
  return (
    <>
      <Show when={props.report.broken.length > 0}>
        <ul class="checks">
          <For each={props.report.broken}>
            {({ sentence, first }) => line('missing', '×', 'Broken', `${sentence}. Seen instead: ${first}.`)}
          </For>
        </ul>
      </Show>
      <details class="more">
        <summary>What was tested</summary>
        <ul class="checks">
          <For each={props.report.kept}>{(sentence) => line('done', '✓', 'Kept', `${sentence}.`)}</For>
          <For each={props.report.untried}>
            {(sentence) => line('worth', '–', 'Not tried', `Not tried: ${sentence}.`)}
          </For>
        </ul>
      </details>
    </>
  )
}
