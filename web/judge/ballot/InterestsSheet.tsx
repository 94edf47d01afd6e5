import { For, Show } from 'solid-js'
import { PageNotice } from '../../ui/page/PageNotice.tsx'
import * as styles from '../judge.module.css'
import type { Judging } from '../judging.ts'
import type { createInterests } from './conflicts-of-interest.ts'

type Props = { judging: Judging; interests: ReturnType<typeof createInterests> }

export function InterestsSheet(props: Props) {
  const isRecused = (entryId: string) => props.judging.ballots.paper(entryId).recused
  return (
    <PageNotice over={props.judging.liveEvent.event()?.name} title="Are these your colleagues?">
      <p>
        Your organisation, {props.judging.judge().organisation}, is named below. If you work with a team or have an
        interest in it, step aside: somebody else will score it.
      </p>
      <ul class="rows">
        <For each={props.interests.own()}>
          {(entry) => (
            <li class={styles.interest}>
              <p>
                <strong dir="auto">{entry.team}</strong>
                <br />
                <span class="dim" dir="auto">
                  {entry.title}
                </span>
              </p>
              <Show
                when={isRecused(entry.id)}
                fallback={
                  <button class="button quiet" type="button" onClick={() => props.judging.ballots.recuse(entry.id)}>
                    Step aside<span class="spoken"> from {entry.team}</span>
                  </button>
                }
              >
                <button class="button" type="button" onClick={() => props.judging.ballots.unrecuse(entry.id)}>
                  Stepped aside. Undo<span class="spoken"> for {entry.team}</span>
                </button>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <button class="button" type="button" onClick={() => props.interests.saveAnswer()}>
        Carry on
      </button>
    </PageNotice>
  )
}
