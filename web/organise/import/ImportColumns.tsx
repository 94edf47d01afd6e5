import { createUniqueId, For, Show } from 'solid-js'
import * as organiseStyles from '../organise.module.css'
import { brief } from './cell-text.ts'
import { columnWords } from './column-words.ts'
import * as importStyles from './import.module.css'
import type { Import } from './importing.ts'

const contactHeading = /e-?mail|phone|mobile|telephone|address line|postcode|home (address|city)/i

export function ImportColumns(props: { list: Import }) {
  const id = createUniqueId()
  const { list } = props
  const columns = () => list.layout().columns.slice(0, list.width())
  const used = () => columns().filter(Boolean).length
  const body = () => list.rows().slice(list.layout().headed ? 1 : 0)
  const sample = (at: number) => body().find((row) => row.cells[at])?.cells[at] ?? ''
  const heading = (at: number) => list.layout().headings[at] || `Column ${at + 1}`
  const named = () => columns().some((column) => ['team', 'title', 'name', 'first', 'last'].includes(column))
  return (
    <>
      <p>{columnWords(used(), columns().length, list.unused().map(brief))}</p>
      <details class="more" open={!named() || (list.file() !== '' && !list.layout().headed) || undefined}>
        <summary>Change what each column means</summary>
        <div class="stack">
          <Show when={!named()}>
            <p class={organiseStyles.note}>Please say which column holds the names.</p>
          </Show>
          <label class="choice-option">
            <input
              type="checkbox"
              checked={list.layout().headed}
              onChange={(e) => list.arrange(e.currentTarget.checked)}
            />
            <span>The first row names the columns</span>
          </label>
          <ul class={importStyles.columns}>
            <For each={columns()}>
              {(column, at) => (
                <li class={importStyles.column}>
                  <label for={`${id}-${at()}`}>
                    <strong dir="auto">{heading(at())}</strong>
                    <span class="spoken">, such as </span>
                    <span class={`dim ${importStyles.columnSample}`} dir="auto">
                      {sample(at()) || 'empty'}
                    </span>
                  </label>
                  <Show
                    when={!contactHeading.test(heading(at()))}
                    fallback={
                      <p class="dim" id={`${id}-${at()}`}>
                        Never imported
                      </p>
                    }
                  >
                    <select id={`${id}-${at()}`} onInput={(e) => list.setColumn(at(), e.currentTarget.value)}>
                      <option value="" selected={column === ''}>
                        Not used
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
    </>
  )
}
