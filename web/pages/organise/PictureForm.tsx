import { createSignal, createUniqueId, Show } from 'solid-js'
import { Problem } from '../../client/api.ts'
import { sentence } from '../../client/form.ts'
import type { Organising } from '../../client/organising.ts'
import { Press } from '../../ui/Press.tsx'

const mostBytes = 1024 * 1024

/** The event's own picture, or its host's sign: shown on the stage. */
export function PictureForm(props: { organising: Organising }) {
  const id = createUniqueId()
  const [problem, setProblem] = createSignal('')
  const [said, setSaid] = createSignal('')
  const picture = () => props.organising.now.event.picture

  async function send(input: HTMLInputElement) {
    const file = input.files?.[0]
    if (!file) return
    setProblem('')
    setSaid('One moment…')
    try {
      if (file.size > mostBytes) throw new Problem('body-too-large', 'This picture is larger than 1 MB', 413)
      await props.organising.savePicture(file)
      setSaid('Saved')
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      setSaid('')
      setProblem(sentence(failure))
    } finally {
      input.value = ''
    }
  }
  async function remove() {
    setSaid('')
    await props.organising.removePicture()
    setSaid('Taken away')
    document.getElementById(id)?.focus()
  }

  return (
    <div class="stack">
      <div class="field">
        <label for={id}>The event’s own picture (optional)</label>
        <p class="field-hint" id={`${id}-hint`}>
          For the stage: a PNG, JPEG or WebP of at most 1 MB. A wide one with a plain or no background looks best.
        </p>
        <input
          id={id}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          aria-describedby={`${id}-hint ${id}-problem`}
          aria-invalid={problem() ? 'true' : undefined}
          onChange={(e) => send(e.currentTarget)}
        />
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {problem()}
        </p>
      </div>
      <p class="form-said" role="status">
        {said()}
      </p>
      <Show when={picture()}>
        {(address) => (
          <div class="buttons">
            <img class="picture" src={address()} alt="The event’s own, as it is now" />
            <Press onPress={remove}>Take the picture away</Press>
          </div>
        )}
      </Show>
    </div>
  )
}
