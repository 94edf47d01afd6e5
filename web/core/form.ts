import { createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import { createStore, produce, reconcile } from 'solid-js/store'
import { createAction } from './action.ts'
import { Problem } from './api.ts'

type Options<Values extends object> = {
  /** The saved values. The form follows them until somebody types, and again once the changes are sent. */
  saved: () => Values
  check?: (values: Values) => Problem['fields']
  /** `edited`: those that somebody changed here. */
  send: (values: Values, edited: Partial<Values>) => Promise<string>
}

export type Conflict = { field: string; saved: unknown }

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value))

const unsent = new Set<symbol>()
const confirmUnload = (e: BeforeUnloadEvent) => e.preventDefault()

function setUnsent(form: symbol, holds: boolean) {
  if (holds) unsent.add(form)
  else unsent.delete(form)
  if (unsent.size > 0) addEventListener('beforeunload', confirmUnload)
  else removeEventListener('beforeunload', confirmUnload)
}

function findIncomplete(form: HTMLFormElement): Problem['fields'] {
  const inputs = [...form.elements].filter(
    (element): element is HTMLInputElement => element instanceof HTMLInputElement,
  )
  return inputs
    .filter((input) => input.validity.badInput)
    .map((input) => ({ pointer: `/${input.name}`, title: 'This is not complete yet' }))
}

export function createForm<Values extends object>(options: Options<Values>) {
  const [values, setValues] = createStore<Values>(copy(options.saved()))
  const [changed, setChanged] = createSignal(false)
  const [invalid, setInvalid] = createSignal<Problem>()
  const [message, setMessage] = createSignal('')
  const id = Symbol('form')
  let edits = 0
  /** The saved values from which the unsent edits started. */
  let base = copy(options.saved())
  const fields = () => Object.keys(values) as (keyof Values & string)[]
  const isEdited = (field: keyof Values) => !isSame(values[field], base[field])

  createEffect(() => {
    const saved = copy(options.saved())
    if (!changed()) {
      base = saved
      setValues(reconcile(copy(saved)))
      return
    }
    // What is not edited here follows the change that was made elsewhere.
    untrack(() => {
      for (const field of fields()) {
        if (isEdited(field)) continue
        base[field] = saved[field]
        setValues(produce((draft) => Object.assign(draft, { [field]: copy(saved[field]) })))
      }
    })
  })
  createEffect(on(changed, (now) => setUnsent(id, now)))
  onCleanup(() => setUnsent(id, false))

  function change(make: (draft: Values) => void) {
    edits += 1
    setValues(produce(make))
    setChanged(fields().some((field) => isEdited(field) && !isSame(values[field], options.saved()[field])))
    setMessage('')
  }

  const sending = createAction(async () => {
    const editsBefore = edits
    const edited = Object.fromEntries(
      fields()
        .filter(isEdited)
        .map((field) => [field, copy(values[field])]),
    )
    const words = await options.send(copy(values), edited as Partial<Values>)
    // An edit made while the request was under way is still unsent.
    if (edits === editsBefore) setChanged(false)
    else base = copy(options.saved())
    setMessage(words)
  })
  const problem = () => invalid() ?? sending.refused()

  async function submit(e: SubmitEvent) {
    e.preventDefault()
    if (sending.busy()) return
    const form = e.currentTarget as HTMLFormElement
    const fields = [...findIncomplete(form), ...(options.check?.(values) ?? [])]
    setInvalid(fields.length > 0 ? new Problem('invalid', '', 422, undefined, fields) : undefined)
    if (fields.length === 0) {
      setMessage('')
      await sending.run()
    }
    if (problem()) queueMicrotask(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }

  function dismiss() {
    setInvalid(undefined)
    sending.reset()
  }

  /** For `members`, finds the problem at `/members` or `/members/3`, and names line 4. */
  function problemOf(field: string): string | undefined {
    const match = problem()?.fields.find(({ pointer }) => `${pointer}/`.startsWith(`/${field}/`))
    const inside = match?.pointer.slice(field.length + 2)
    return match && (inside && /^\d+$/.test(inside) ? `Line ${Number(inside) + 1}: ${match.title}` : match.title)
  }

  /** Fields that were edited both here and elsewhere. */
  const conflicts = createMemo((): Conflict[] => {
    if (!changed()) return []
    const saved = options.saved()
    return fields()
      .filter((field) => !isSame(saved[field], base[field]) && isEdited(field) && !isSame(values[field], saved[field]))
      .map((field) => ({ field, saved: saved[field] }))
  })
  function useSaved(field: string) {
    const saved = copy(options.saved())
    base = { ...base, [field]: saved[field as keyof Values] }
    change((draft) => Object.assign(draft, { [field]: saved[field as keyof Values] }))
  }

  function restore(): () => void {
    const typed = copy(values)
    setChanged(false)
    setValues(reconcile(copy(options.saved())))
    return () => change((draft) => Object.assign(draft, typed))
  }

  return {
    values,
    change,
    restore,
    conflicts,
    useSaved,
    dismiss,
    submit,
    problem,
    problemOf,
    sending: sending.busy,
    message,
    changed,
  }
}

export type Form<Values extends object> = ReturnType<typeof createForm<Values>>

export function problemSentence(problem: Problem): string {
  if (problem.fields?.length) return 'Please look at the marked field. Everything you typed is still here.'
  const words = problem.detail ?? problem.title
  const ended = /[.!?]$/.test(words) ? words : `${words}.`
  return problem.code === 'offline' ? `${ended} Nothing is lost: everything you typed is still here.` : ended
}
