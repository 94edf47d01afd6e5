import { createSignal, onCleanup } from 'solid-js'
import type { Slides } from '../../../api/schema/entry.ts'
import { createAction } from '../../core/action.ts'
import { readDeck } from '../../core/slides/read-deck.ts'
import { createUpload, type DeckUpload, sendDeck } from '../../core/slides/send-deck.ts'

export type Step = { is: 'preparing' | 'sending'; done: number; of: number }

/** A deck from the chosen files to the last page on the server. `pictures`: addresses of its pages, as far as they are drawn. */
export function createNewSlides(address: () => string, onSaved: (slides: Slides) => void) {
  const [step, setStep] = createSignal<Step>()
  const [pictures, setPictures] = createSignal<string[]>([])
  const [unsent, setUnsent] = createSignal<DeckUpload>()
  let stop = new AbortController()

  const forget = () => {
    for (const picture of pictures()) URL.revokeObjectURL(picture)
    setPictures([])
    setUnsent(undefined)
    setStep(undefined)
  }
  onCleanup(() => {
    stop.abort()
    forget()
  })

  const preparing = createAction(async (files: File[]) => {
    forget()
    stop = new AbortController()
    const { signal } = stop
    const pages: Blob[] = []
    setStep({ is: 'preparing', done: 0, of: 0 })
    try {
      const onPage = (picture: Blob, of: number) => {
        pages.push(picture)
        setPictures((before) => [...before, URL.createObjectURL(picture)])
        setStep({ is: 'preparing', done: pages.length, of })
      }
      await readDeck(files, onPage, signal)
      await send(createUpload(pages))
    } catch (failure) {
      if (unsent() === undefined) forget()
      if (!signal.aborted) throw failure
    } finally {
      setStep(undefined)
    }
  })
  const resuming = createAction(async (upload: DeckUpload) => {
    stop = new AbortController()
    const { signal } = stop
    try {
      await send(upload)
    } catch (failure) {
      if (!signal.aborted) throw failure
    } finally {
      setStep(undefined)
    }
  })

  async function send(upload: DeckUpload): Promise<void> {
    setUnsent(upload)
    const show = (done: number) => setStep({ is: 'sending', done, of: upload.pages.length })
    show(upload.sent)
    const slides = await sendDeck(address(), upload, show, stop.signal)
    forget()
    onSaved(slides)
  }

  return {
    step,
    pictures,
    /** A deck whose sending has failed or was cancelled. */
    unsent: () => (step() ? undefined : unsent()),
    refused: () => resuming.refused() ?? preparing.refused(),
    choose(files: File[]) {
      resuming.reset()
      void preparing.run(files)
    },
    sendAgain() {
      preparing.reset()
      const upload = unsent()
      if (upload) void resuming.run(upload)
    },
    cancel() {
      stop.abort(new DOMException('Cancelled', 'AbortError'))
      forget()
    },
    reset() {
      preparing.reset()
      resuming.reset()
    },
  }
}
