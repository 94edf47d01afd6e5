import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js'
import { saveFile } from '../../core/browser/save-file.ts'
import { drawSharePicture, type Format, formats, type ShareContent } from './draw-share-picture.ts'
import * as styles from './share-picture.module.css'

/** Drawn in this browser; nothing is uploaded. */
export function SharePicture(props: { content: ShareContent; fileName: string }) {
  const [format, setFormat] = createSignal<Format>('wide')
  const [file, setFile] = createSignal<File>()
  const [address, setAddress] = createSignal<string>()
  const [problem, setProblem] = createSignal('')
  const canShare = () => file() !== undefined && navigator.canShare?.({ files: [file()!] }) === true

  createEffect(
    on([format, () => JSON.stringify(props.content)], async ([format]) => {
      try {
        const blob = await drawSharePicture(props.content, format)
        setFile(new File([blob], `${props.fileName}-${format}.png`, { type: 'image/png' }))
      } catch {
        setProblem('This browser cannot draw the picture.')
      }
    }),
  )
  createEffect(() => {
    const drawn = file()
    if (!drawn) return
    const url = URL.createObjectURL(drawn)
    setAddress(url)
    onCleanup(() => URL.revokeObjectURL(url))
  })
  // A share that the person cancels is no fault.
  const share = () => navigator.share({ files: [file()!], title: props.content.event }).catch(() => {})
  const words = () => `${props.content.label}: ${props.content.teams.join(', ')}. ${props.content.event}`
  return (
    <section class={styles.share} aria-label="A picture to share">
      <h2>A picture to share</h2>
      <fieldset class={styles.formats}>
        <legend class="spoken">Shape</legend>
        {(Object.keys(formats) as Format[]).map((name) => (
          <label class={styles.format}>
            <input type="radio" name="share-format" checked={format() === name} onChange={() => setFormat(name)} />
            {formats[name].label}
          </label>
        ))}
      </fieldset>
      <Show when={problem()}>{(sentence) => <p role="alert">{sentence()}</p>}</Show>
      <Show when={address()}>
        {(source) => (
          <img
            class={styles.preview}
            src={source()}
            alt={words()}
            width={formats[format()].width}
            height={formats[format()].height}
          />
        )}
      </Show>
      <div class={styles.actions}>
        <button
          class="button"
          type="button"
          disabled={!file()}
          onClick={() => file() && saveFile(file()!.name, 'image/png', file()!)}
        >
          Download
        </button>
        <Show when={canShare()}>
          <button class="button quiet" type="button" onClick={share}>
            Share…
          </button>
        </Show>
      </div>
    </section>
  )
}
