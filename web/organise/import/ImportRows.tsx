import { For, type JSX, Show } from 'solid-js'
import { listWords } from '../../../api/rules/words/list.ts'
import { countOf, plural } from '../../../api/rules/words/plural.ts'
import { brief } from './cell-text.ts'
import * as styles from './import.module.css'
import type { Reading } from './import-rows.ts'
import type { Import } from './importing.ts'

type Row = Reading<unknown>

export function ImportRows(props: { list: Import }) {
  const { list } = props
  const finished = () => list.readings().filter((row) => list.done()[row.line])
  const changes = () => list.will('change').flatMap((row) => (row.will === 'change' ? [row] : []))
  const losing = () =>
    [...list.will('add'), ...list.will('change')].filter((row) => row.notes.length > 0).sort((a, b) => a.line - b.line)
  const allAgreed = () => changes().every((row) => list.acceptedLines().has(row.line))
  const rows = (count: number) => countOf(count, 'row')

  return (
    <div class="stack">
      <Group
        title={`${rows(list.will('refuse').length)} cannot be imported`}
        rows={list.will('refuse')}
        look="refuse"
        mark="!"
      >
        {(row) => (
          <p>
            Line {row.line}
            <Show when={row.name}>
              {' '}
              (<bdi>{brief(row.name)}</bdi>)
            </Show>{' '}
            {row.words}.
          </p>
        )}
      </Group>
      <Group title={`${rows(losing().length)} will be imported in part`} rows={losing()} look="refuse" mark="!">
        {(row) => (
          <p>
            Line {row.line} (<bdi>{brief(row.name)}</bdi>) {listWords(row.notes)}.
          </p>
        )}
      </Group>
      <Show when={changes().length}>
        <fieldset class={styles.outcomes}>
          <legend>
            {plural(changes().length, {
              one: 'One is here already and differs',
              other: `${changes().length} are here already and differ`,
            })}
            : tick what to change
          </legend>
          <Show when={changes().length > 1}>
            <label class="choice-option">
              <input
                type="checkbox"
                checked={allAgreed()}
                onChange={(e) =>
                  list.agree(
                    changes().map((row) => row.line),
                    e.currentTarget.checked,
                  )
                }
              />
              <strong>All of them</strong>
            </label>
          </Show>
          <For each={changes()}>
            {(row) => (
              <label class="choice-option">
                <input
                  type="checkbox"
                  checked={list.acceptedLines().has(row.line)}
                  onChange={(e) => list.agree([row.line], e.currentTarget.checked)}
                />
                <span>
                  <strong dir="auto">{row.name}</strong>
                  <For each={row.differences}>
                    {(difference) => (
                      <span class={styles.difference}>
                        {difference.label}: <bdi>{difference.there}</bdi>{' '}
                        <span class="dim">
                          {difference.now ? (
                            <>
                              instead of <bdi>{difference.now}</bdi>
                            </>
                          ) : (
                            'empty so far'
                          )}
                        </span>
                      </span>
                    )}
                  </For>
                </span>
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <Group title={`${list.count(list.will('add').length)} to add`} rows={list.will('add')} look="add" mark="+">
        {(row) => (
          <p>
            <strong dir="auto">{row.name}</strong> <bdi class="dim">{row.words}</bdi>
          </p>
        )}
      </Group>
      <Group title={`${rows(list.will('leave').length)} left out`} rows={list.will('leave')} look="leave" mark="·">
        {(row) => (
          <p>
            <bdi>{row.name}</bdi> {row.words}.
          </p>
        )}
      </Group>
      <Group title={`${rows(finished().length)} done`} rows={finished()} look="done" mark="✓">
        {(row) => (
          <p>
            <strong dir="auto">{row.name}</strong> <span class="dim">{list.done()[row.line]}</span>
          </p>
        )}
      </Group>
    </div>
  )
}

type GroupProps = { title: string; rows: Row[]; look: string; mark: string; children: (row: Row) => JSX.Element }

function Group(props: GroupProps) {
  return (
    <Show when={props.rows.length}>
      <section class={styles.outcomes}>
        <h4>{props.title}</h4>
        <ul class={styles.pasted} tabindex="0" aria-label={props.title}>
          <For each={props.rows}>
            {(row) => (
              <li data-look={props.look}>
                <span class={`check-mark ${styles.pastedMark}`} aria-hidden="true">
                  {props.mark}
                </span>
                {props.children(row)}
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
