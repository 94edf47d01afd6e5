import { createSignal, createUniqueId, Show } from 'solid-js'
import { listSlideAddresses, slidesAddress } from '../../../api/rules/pictures/slide-address.ts'
import { countOf } from '../../../api/rules/words/plural.ts'
import type { Slides } from '../../../api/schema/entry.ts'
import { problemSentence } from '../../core/form.ts'
import { deleteSlides } from '../../core/slides/send-deck.ts'
import { InlineConfirm } from '../buttons/InlineConfirm.tsx'
import { createNewSlides } from './new-slides.ts'
import { PageList } from './PageList.tsx'
import * as styles from './slides.module.css'

type Props = {
  slug: string
  entryId: string
  slides: Slides | null
  hint: string
  /** Why nothing may be changed; empty while it may. */
  fixed?: string
  onChange: (slides: Slides | null) => void
}

export function SlidesField(props: Props) {
  const id = createUniqueId()
  const address = () => slidesAddress(props.slug, props.entryId)
  const [saved, setSaved] = createSignal('')
  const deck = createNewSlides(address, (slides) => {
    setSaved(`Saved: ${countOf(slides.pages, 'page')}`)
    props.onChange(slides)
  })
  const problem = () => {
    const refusal = deck.refused()
    return refusal ? problemSentence(refusal) : ''
  }
  const status = () => {
    const step = deck.step()
    if (!step) return saved()
    if (step.of === 0) return 'Opening the file…'
    return step.is === 'preparing'
      ? `Page ${step.done} of ${step.of} is ready`
      : `Sending: ${step.done} of ${countOf(step.of, 'page')}`
  }
  const currentPages = () => listSlideAddresses(props.slug, { id: props.entryId, slides: props.slides })

  function choose(input: HTMLInputElement) {
    const files = [...(input.files ?? [])]
    input.value = ''
    setSaved('')
    if (files.length > 0) deck.choose(files)
  }
  async function remove() {
    deck.reset()
    await deleteSlides(address())
    setSaved('Removed')
    props.onChange(null)
  }

  return (
    <div class="stack">
      <Show when={!props.fixed} fallback={<p class="dim">{props.fixed}</p>}>
        <div class="field">
          <label for={id}>A PDF, or pictures of the pages</label>
          <p class="field-hint" id={`${id}-hint`}>
            {props.hint}
          </p>
          <input
            class="field-file"
            id={id}
            type="file"
            multiple
            accept="application/pdf,.pdf,image/png,image/jpeg,image/webp,.pptx,.ppt,.key,.odp"
            aria-describedby={`${id}-hint ${id}-problem`}
            aria-invalid={problem() ? 'true' : undefined}
            disabled={deck.step() !== undefined}
            onChange={(e) => choose(e.currentTarget)}
          />
          <p class="field-problem" id={`${id}-problem`} role="alert">
            {problem()}
          </p>
        </div>
      </Show>
      <p class="form-message" role="status">
        {status()}
      </p>
      <Show when={deck.step()}>
        {(step) => (
          <div class="buttons">
            <progress class={styles.progress} max={step().of || 1} value={step().done} />
            <button class="button quiet" type="button" onClick={deck.cancel}>
              Cancel
            </button>
          </div>
        )}
      </Show>
      <Show when={deck.unsent()}>
        <div class="buttons">
          <button class="button" type="button" onClick={deck.sendAgain}>
            Send the slides again
          </button>
          <button class="button quiet" type="button" onClick={deck.cancel}>
            Leave them
          </button>
        </div>
      </Show>
      <Show when={deck.pictures().length}>
        <PageList pictures={deck.pictures()} label="The new slides" />
      </Show>
      <Show when={deck.pictures().length === 0 && currentPages().length}>
        <p>The room will see {currentPages().length === 1 ? 'this page' : 'these pages'}, in this order.</p>
        <PageList pictures={currentPages()} label="The slides" />
        <Show when={!props.fixed}>
          <InlineConfirm
            label="Take the slides away"
            question="Take all pages away?"
            yes="Take them away"
            no="Keep them"
            onYes={remove}
          />
        </Show>
      </Show>
    </div>
  )
}
