import { For, Show } from 'solid-js'
import { tieBreakWords } from '../../api/rules/result/explain.ts'
import { awardName } from '../../api/rules/words/award-name.ts'
import { isolateName, listNames } from '../core/words/names.ts'
import * as styles from './record.module.css'
import type { Recorded } from './recorded.ts'

export function OtherAwards(props: { recorded: Recorded }) {
  const hasTable = () => props.recorded.record.result.standings.length > 1
  const awards = () =>
    props.recorded.record.result.awards
      .filter((award) => !hasTable() || award.kind !== 'place')
      .filter((award) => award.kind !== 'challenge')
      .toReversed()
  const teams = (ids: string[]) =>
    listNames(
      ids.map((id) => isolateName(props.recorded.entries.find((entry) => entry.id === id)?.team ?? '')),
      99,
    )
  return (
    <Show when={awards().length}>
      <section>
        <h2>{hasTable() ? 'Other awards' : 'Awards'}</h2>
        <ul class={styles.plain}>
          <For each={awards()}>
            {(award) => (
              <li>
                {award.kind === 'prize' ? `${award.name}, by hand` : awardName(award)}:{' '}
                <strong>{teams(award.entryIds)}</strong>
                <Show when={award.shownScore && award.kind === 'place'}>
                  , {award.shownScore} out of {award.scaleMax}
                </Show>
                <Show when={award.tieBrokenBy}>
                  {(tieBreak) => (
                    <>; equal scores, decided by {tieBreakWords(tieBreak(), props.recorded.event.criteria)}</>
                  )}
                </Show>
                <Show when={award.citation}>. {award.citation}</Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
