import { createUniqueId } from 'solid-js'
import { createAction } from '../core/action.ts'
import { api, ask, type Problem } from '../core/api.ts'
import { problemSentence } from '../core/form.ts'

type ImportedEvent = { eventSlug: string; organiserKey: string }

function problemWords(failure: Problem): string {
  const [first] = failure.fields ?? []
  if (first)
    return `This file has been changed or damaged at “${first.pointer.slice(1)}”: ${first.title}. Nothing was imported.`
  if (failure.code === 'body-too-large') return 'This file is too large to be an event. Nothing was imported.'
  if (failure.code === 'not-json')
    return 'This file is incomplete, or is not an event of Demo Hour. Nothing was imported.'
  if (failure.code === 'slug-taken') return 'This event, or another at the same address, is here already.'
  return problemSentence(failure)
}

export function ImportEvent() {
  const id = createUniqueId()
  const importing = createAction(async (file: File) => {
    // The file itself, unread: a large archive would fill the browser's memory twice.
    const body = { headers: { 'content-type': 'application/json' }, init: { body: file } }
    const imported = await ask<ImportedEvent>(api.archive.$post(undefined, body))
    location.assign(`/e/${imported.eventSlug}/organise#k=${imported.organiserKey}&new`)
  })
  const problem = () => {
    const refusal = importing.refused()
    return refusal ? problemWords(refusal) : ''
  }

  async function importFile(input: HTMLInputElement) {
    const file = input.files?.[0]
    if (!file) return
    await importing.run(file).finally(() => {
      input.value = ''
    })
  }

  return (
    <section class="section" aria-labelledby="import-event">
      <header>
        <h2 id="import-event">Import an event</h2>
        <p class="dim">From the file that the organiser’s page offers under “Download”.</p>
      </header>
      <div class="field">
        <label for={id}>The event’s file</label>
        <input
          class="field-file"
          id={id}
          type="file"
          accept="application/json,.json"
          aria-describedby={`${id}-problem`}
          aria-invalid={problem() ? 'true' : undefined}
          onChange={(e) => importFile(e.currentTarget)}
        />
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {problem()}
        </p>
        <p class="form-message" role="status">
          {importing.busy() || importing.done() ? 'One moment…' : ''}
        </p>
      </div>
    </section>
  )
}
