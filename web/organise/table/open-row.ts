import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { Form } from '../../core/form.ts'

const editorHeadingId = (id: string) => `editor-${id}`
const rowButtonId = (id: string) => `row-${id}`

/** The row that is edited beside its table. Editors with unsaved words stay mounted, so that opening another row loses nothing. */
export function createOpenRow(listHeading: () => HTMLElement | undefined) {
  const [openId, setOpenId] = createSignal<string>()
  const [unsavedForms, setUnsavedForms] = createSignal<readonly { id: string; form: symbol }[]>([])
  const unsavedIds = createMemo(() => [...new Set(unsavedForms().map(({ id }) => id))])
  const mountedIds = createMemo(() => {
    const open = openId()
    return open === undefined || unsavedIds().includes(open) ? unsavedIds() : [...unsavedIds(), open]
  })
  const focusSoon = (find: () => HTMLElement | null | undefined) => setTimeout(() => find()?.focus())

  return {
    openId,
    mountedIds,
    unsaved: (id: string) => unsavedIds().includes(id),
    /** Keeps the editor of this row mounted for as long as one of its forms is not saved. */
    followForm(id: string, { changed }: Pick<Form<object>, 'changed'>) {
      const form = Symbol(id)
      const remove = () => setUnsavedForms((forms) => forms.filter((other) => other.form !== form))
      createEffect(
        on(changed, (isChanged) => (isChanged ? setUnsavedForms((forms) => [...forms, { id, form }]) : remove())),
      )
      onCleanup(remove)
    },
    open(id: string) {
      setOpenId(id)
      focusSoon(() => document.getElementById(editorHeadingId(id)))
    },
    close() {
      const id = openId()
      setOpenId(undefined)
      focusSoon(() => (id === undefined ? undefined : document.getElementById(rowButtonId(id))) ?? listHeading())
    },
    /** For a row that exists no longer: drops what was typed about it. */
    discard(id: string) {
      setUnsavedForms((forms) => forms.filter((form) => form.id !== id))
      setOpenId(undefined)
      focusSoon(listHeading)
    },
    rowButtonId,
    editorHeadingId,
  }
}

export type OpenRow = ReturnType<typeof createOpenRow>
