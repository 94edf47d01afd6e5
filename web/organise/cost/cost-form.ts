import { createSignal } from 'solid-js'
import type { Cost } from '../../../api/schema/judging/cost.ts'
import { Problem } from '../../core/api.ts'
import { createForm } from '../../core/form.ts'

export type CostWords = { save: string; question: string; leave: string }

type Options<Values extends object> = {
  saved: () => Values
  check: (values: Values) => Problem['fields']
  /** Rejects with the cost once judges have scored; `accepted` is the cost that the organiser then accepted. */
  send: (values: Values, accepted?: Cost) => Promise<unknown>
}

export function createCostForm<Values extends object>({ saved, check, send }: Options<Values>) {
  const [cost, setCost] = createSignal<Cost>()
  let accepted: Cost | undefined
  const form = createForm<Values>({
    saved,
    check,
    async send(values) {
      const accept = accepted
      accepted = undefined
      try {
        await send(values, accept)
        setCost(undefined)
        return 'Saved'
      } catch (failure) {
        setCost(failure instanceof Problem ? failure.cost : undefined)
        throw failure
      }
    },
  })
  return {
    form,
    cost,
    accept(element: HTMLFormElement) {
      accepted = cost()
      element.requestSubmit()
    },
    leave(element: HTMLFormElement) {
      setCost(undefined)
      form.dismiss()
      element.querySelector<HTMLElement>('[type="submit"]')?.focus()
    },
  }
}

export type CostForm<Values extends object> = ReturnType<typeof createCostForm<Values>>
