import { createMemo, createSignal } from 'solid-js'

const editorHeadingId = (id: string) => `editor-${id}`
const rowButtonId = (id: string) => `row-${id}`

/** The row that is edited beside its table. Editors with unsaved words stay mounted, so that opening another row loses nothing. */
export function createOpenRow(listHeading: () => HTMLElement | undefined) {
  const [openId, setOpenId] = createSignal<string>()
  const [unsavedIds, setUnsavedIds] = createSignal<readonly string[]>([])
  const mountedIds = createMemo(() => {
    const open = openId()
    return open === undefined || unsavedIds().includes(open) ? unsavedIds() : [...unsavedIds(), open]
  })
  const focusSoon = (find: () => HTMLElement | null | undefined) => setTimeout(() => find()?.focus())

  return {
    openId,
    mountedIds,
    unsaved: (id: string) => unsavedIds().includes(id),
    setUnsaved: (id: string, unsaved: boolean) =>
      setUnsavedIds((ids) =>
        ids.includes(id) === unsaved ? ids : unsaved ? [...ids, id] : ids.filter((i) => i !== id),
      ),
    open(id: string) {
      setOpenId(id)
      focusSoon(() => document.getElementById(editorHeadingId(id)))
    },
    close() {
      const id = openId()
      setOpenId(undefined)
      focusSoon(() => (id === undefined ? undefined : document.getElementById(rowButtonId(id))) ?? listHeading())
    },
    rowButtonId,
    editorHeadingId,
  }
}

export type OpenRow = ReturnType<typeof createOpenRow>
