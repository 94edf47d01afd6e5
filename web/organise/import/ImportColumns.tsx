import { createUniqueId, For, Show } from 'solid-js'
import type { Import } from './importing.ts'

/** Nobody's address is asked for here, so none is taken. */
const private_ = /e-?mail|phone|mobile|telephone|address line|postcode|home (address|city)/i

/** Which column of the list becomes what: guessed from its heading, and changed by hand. */
export function ImportColumns(props: { list: Import }) {
  const id = createUniqueId()
  const { list } = props
  const columns = () => list.layout().columns.slice(0, list.width())
  const used = () => columns().filter(Boolean).length
  const body = () => list.rows().slice(list.layout().headed ? 1 : 0)
  const sample = (at: number) => body().find((row) => row.cells[at])?.cells[at] ?? ''
  const heading = (at: number) => list.headings()[at] || `Column ${at + 1}`
  const named = () => columns().some((column) => ['team', 'title', 'name', 'first', 'last'].includes(column))
  return (
    <details class="more" open={!named() || (list.file() !== '' && !list.layout().headed) || undefined}>
      <summary>
        Columns: {used()} of {columns().length} are read
      </summary>
      <div class="stack">
        <Show when={!named()}>
          <p class="note">Please say which column holds the names.</p>
        </Show>
        <label class="choice-option">
          <input
            type="checkbox"
            checked={list.layout().headed}
            onChange={(e) => list.arrange(e.currentTarget.checked)}
          />
          <span>The first row names the columns</span>
        </label>
        <ul class="columns">
          <For each={columns()}>
            {(column, at) => (
              <li class="column">
                <label for={`${id}-${at()}`}>
                  <strong dir="auto">{heading(at())}</strong>
                  <span class="spoken">, such as </span>
                  <span class="dim column-sample" dir="auto">
                    {sample(at()) || 'empty'}
                  </span>
                </label>
                <Show
                  when={!private_.test(heading(at()))}
                  fallback={
                    <p class="dim" id={`${id}-${at()}`}>
                      Never brought in
                    </p>
                  }
                >
                  <select id={`${id}-${at()}`} onInput={(e) => list.setColumn(at(), e.currentTarget.value)}>
                    <option value="" selected={column === ''}>
                      Leave out
                    </option>
                    <For each={list.fields}>
                      {(field) => (
                        <option value={field.id} selected={field.id === column}>
                          {field.label}
                        </option>
                      )}
                    </For>
                  </select>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </div>
    </details>
  )
}
