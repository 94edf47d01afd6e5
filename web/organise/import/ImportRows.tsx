import { For, type JSX, Show } from 'solid-js'
import { brief, type Reading } from './import-rows.ts'
import type { Import } from './importing.ts'

type Row = Reading<unknown>

/** What each row would do, those that need a look first. */
export function ImportRows(props: { list: Import }) {
  const { list } = props
  const finished = () => list.readings().filter((row) => list.done()[row.line])
  const changes = () => list.will('change').flatMap((row) => (row.will === 'change' ? [row] : []))
  const allAgreed = () => changes().every((row) => list.agreed().has(row.line))
  const rows = (n: number) => `${n} ${n === 1 ? 'row' : 'rows'}`

  return (
    <div class="stack">
      <Group
        title={`${rows(list.will('refuse').length)} cannot be taken`}
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
      <Show when={changes().length}>
        <fieldset class="outcomes">
          <legend>
            {changes().length === 1
              ? 'One is here already and differs'
              : `${changes().length} are here already and differ`}
            : change what you tick
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
                  checked={list.agreed().has(row.line)}
                  onChange={(e) => list.agree([row.line], e.currentTarget.checked)}
                />
                <span>
                  <strong dir="auto">{row.name}</strong>
                  <For each={row.differences}>
                    {(one) => (
                      <span class="difference">
                        {one.label}: <bdi>{one.there}</bdi>{' '}
                        <span class="dim">
                          {one.now ? (
                            <>
                              in place of <bdi>{one.now}</bdi>
                            </>
                          ) : (
                            'where nothing stands'
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
      <Group title={`${rows(list.will('leave').length)} left alone`} rows={list.will('leave')} look="leave" mark="·">
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
      <section class="outcomes">
        <h4>{props.title}</h4>
        <ul class="pasted" tabindex="0" aria-label={props.title}>
          <For each={props.rows}>
            {(row) => (
              <li class={props.look}>
                <span class="pasted-mark" aria-hidden="true">
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
