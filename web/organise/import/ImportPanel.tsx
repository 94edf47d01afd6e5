import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { listWords } from '../../../api/rules/words/list.ts'
import { problemSentence } from '../../core/form.ts'
import { LongField } from '../../ui/fields/LongField.tsx'
import * as organiseStyles from '../organise.module.css'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportRows } from './ImportRows.tsx'
import * as importStyles from './import.module.css'
import type { Import } from './importing.ts'

type Props = { label: string; hint: string; list: Import }

export function ImportPanel(props: Props) {
  const id = createUniqueId()
  const [over, setOver] = createSignal(false)
  let preview: HTMLElement | undefined
  const { list } = props
  const otherSource = () => (list.source() && list.source()?.kind !== list.kind ? list.source() : undefined)
  const agreedChanges = () => list.todo().filter((row) => row.will === 'change').length
  const pressWords = () => {
    const adds = list.todo().length - agreedChanges()
    const parts = [adds ? `Add ${list.count(adds)}` : '', agreedChanges() ? `change ${agreedChanges()}` : '']
    const words = listWords(parts.filter(Boolean))
    return words ? words.charAt(0).toUpperCase() + words.slice(1) : `Add ${list.many}`
  }

  async function readFile(files: FileList | null | undefined) {
    const [file] = files ?? []
    if (!file) return
    await list.readFile(file)
    preview?.focus()
  }
  function chooseAnother() {
    list.write('')
    document.getElementById(id)?.focus()
  }

  return (
    <details class="more">
      <summary>{props.label}</summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped; the field within does the same by keyboard */}
      <div
        class={`stack ${importStyles.drop}`}
        classList={{ [importStyles.over]: over() }}
        onDragOver={(e) => {
          e.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(e) => {
          e.preventDefault()
          setOver(false)
          readFile(e.dataTransfer?.files)
        }}
      >
        <Show
          when={list.file()}
          fallback={
            <>
              <div class="field">
                <label for={id}>A CSV file from your computer or phone</label>
                <p class="field-hint" id={`${id}-hint`}>
                  Choose it, or drop it here. {props.hint}
                </p>
                <input
                  class="field-file"
                  id={id}
                  type="file"
                  accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
                  aria-describedby={`${id}-hint ${id}-problem`}
                  aria-invalid={list.fileProblem() ? 'true' : undefined}
                  onChange={async (e) => {
                    const input = e.currentTarget
                    await readFile(input.files)
                    input.value = ''
                  }}
                />
                <p class="field-problem" id={`${id}-problem`} role="alert">
                  {list.fileProblem()}
                </p>
              </div>
              <LongField
                label={`Or paste rows from a spreadsheet: ${list.kind === 'teams' ? 'team, title, pitch, organisation' : 'name, role, organisation'}`}
                rows={4}
                value={list.text()}
                onInput={(value) => list.write(value)}
              />
            </>
          }
        >
          <div class="buttons">
            <p>
              <strong>{list.file()}</strong>
            </p>
            <button class="button quiet" type="button" onClick={chooseAnother}>
              Choose another file
            </button>
          </div>
        </Show>
        <Show when={list.rows().length}>
          <section
            class="stack"
            tabindex="-1"
            ref={preview}
            aria-label={`What will happen to each row of ${list.file() || 'the pasted list'}`}
          >
            <Show when={list.source()}>
              {(source) => (
                <p class={organiseStyles.note}>
                  <strong>{source().words}</strong>{' '}
                  <Show
                    when={otherSource()}
                    fallback={
                      <>
                        E-mail addresses and telephone numbers stay in the file: they are never imported.{' '}
                        {list.layout().columns.includes('team') ? '' : source().nameless}
                      </>
                    }
                  >
                    {(other) => (
                      <>
                        It belongs under <a href={other().kind}>{other().kind === 'teams' ? 'Teams' : 'Judges'}</a>.
                      </>
                    )}
                  </Show>
                </p>
              )}
            </Show>
            <ImportColumns list={list} />
            <Show when={list.tickets().length > 1}>
              <fieldset class="choice">
                <legend>Which tickets are judges’?</legend>
                <For each={list.tickets()}>
                  {(ticket) => (
                    <label class="choice-option">
                      <input
                        type="checkbox"
                        checked={list.layout().tickets?.includes(ticket.name)}
                        onChange={(e) => list.setTicket(ticket.name, e.currentTarget.checked)}
                      />
                      <span>
                        {ticket.name} <span class="dim">({ticket.count})</span>
                      </span>
                    </label>
                  )}
                </For>
              </fieldset>
            </Show>
            <ImportRows list={list} />
            <Show when={list.problem()}>
              {(problem) => (
                <p class="form-problem" role="alert">
                  {problemSentence(problem())} Press again when you are online: the import goes on where it stopped, and
                  nothing is added twice.
                </p>
              )}
            </Show>
            <div class="buttons">
              <button
                class="button"
                type="button"
                aria-disabled={list.todo().length === 0 || Boolean(list.busy())}
                onClick={() => list.send()}
              >
                {list.busy() ? 'One moment…' : pressWords()}
              </button>
              <p class="form-message" role="status">
                {list.busy() || list.outcome()}
              </p>
            </div>
          </section>
        </Show>
      </div>
    </details>
  )
}
