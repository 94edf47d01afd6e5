import { createEffect, createUniqueId, onCleanup, onMount } from 'solid-js'

type Props = {
  label: string
  hint: string
  text: string
  disabled?: boolean
  onFocus?: (focused: boolean) => void
  onWrite: (text: string) => void
}

const restMs = 600

/** Saves the comment when typing pauses, when the field loses the focus, and when the page is hidden. */
export function CommentBox(props: Props) {
  const id = createUniqueId()
  let area!: HTMLTextAreaElement
  let resting: ReturnType<typeof setTimeout> | undefined
  let savedText = props.text

  function write() {
    clearTimeout(resting)
    if (area.value === savedText) return
    savedText = area.value
    props.onWrite(savedText)
  }
  function rest() {
    clearTimeout(resting)
    resting = setTimeout(write, restMs)
  }

  // Shows the comment of the judge's other phone, but never while somebody types here.
  createEffect(() => {
    const { text } = props
    if (text === savedText || document.activeElement === area) return
    savedText = text
    area.value = text
  })
  onMount(() => {
    area.value = savedText
  })
  addEventListener('pagehide', write)
  document.addEventListener('visibilitychange', write)
  onCleanup(() => {
    write()
    removeEventListener('pagehide', write)
    document.removeEventListener('visibilitychange', write)
  })

  return (
    <div class="comment">
      <label for={id}>{props.label}</label>
      <p id={`${id}-hint`}>{props.hint}</p>
      <textarea
        id={id}
        ref={area}
        aria-describedby={`${id}-hint`}
        rows="3"
        maxlength="2000"
        dir="auto"
        disabled={props.disabled}
        onInput={rest}
        onFocus={() => props.onFocus?.(true)}
        onBlur={() => {
          write()
          props.onFocus?.(false)
        }}
      />
    </div>
  )
}
