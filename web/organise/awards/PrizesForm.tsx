import { Index, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { createForm } from '../../core/form.ts'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import * as styles from '../organise.module.css'
import type { Organising, Prize } from '../organising.ts'

const nobody = 'nobody'

export function PrizesForm(props: { organising: Organising; heading: 'h2' | 'h3' }) {
  let element!: HTMLFormElement
  const form = createForm<{ prizes: Prize[] }>({
    saved: () => ({ prizes: props.organising.now.prizes }),
    check: ({ prizes }) =>
      prizes.flatMap((prize, n) =>
        prize.name.trim() ? [] : [{ pointer: `/prizes/${n}/name`, title: 'Please name the prize' }],
      ),
    async send({ prizes }) {
      await props.organising.savePrizes(prizes)
      return 'Saved'
    },
  })
  const entries = (none: string, { entryIds }: Prize, place: number) => [
    { value: nobody, label: none },
    ...props.organising.now.entries
      .filter(({ id }) => !entryIds.includes(id) || entryIds[place] === id)
      .map((entry) => ({ value: entry.id, label: entry.team })),
  ]
  const choose = ({ entryIds }: Prize, place: number, id: string) =>
    entryIds.toSpliced(place, 1, ...(id === nobody ? [] : [id]))
  const set = (n: number, changes: Partial<Prize>) =>
    form.change(({ prizes }) => {
      Object.assign(prizes[n] ?? {}, changes)
    })
  function add() {
    form.change(({ prizes }) => {
      prizes.push({ name: '', citation: '', entryIds: [] })
    })
    element.querySelector<HTMLInputElement>('fieldset:last-of-type input')?.focus()
  }
  function remove(n: number) {
    form.change(({ prizes }) => {
      prizes.splice(n, 1)
    })
    element.querySelector<HTMLElement>('#prizes-title')?.focus()
  }

  return (
    <form class="form" ref={element} onSubmit={form.submit} novalidate aria-labelledby="prizes-title">
      <div>
        <Dynamic component={props.heading} id="prizes-title" tabindex="-1">
          Prizes you give yourselves
        </Dynamic>
        <p class="dim">
          Given by people, not by marks: a mayor’s choice, the audience’s favourite. Each needs a team before the
          reveal, and several teams may share one.
        </p>
      </div>
      <Index each={form.values.prizes}>
        {(prize, n) => (
          <fieldset class={styles.criterion}>
            <legend>Prize {n + 1}</legend>
            <div class="grid pair">
              <TextField
                label="Name of the prize"
                value={prize().name}
                onInput={(name) => set(n, { name })}
                problem={form.problemOf(`prizes/${n}/name`)}
                input={{ autocomplete: 'off' }}
              />
              <SelectField
                label="Goes to"
                value={prize().entryIds[0] ?? nobody}
                options={entries('Not decided yet', prize(), 0)}
                onInput={(id) => set(n, { entryIds: choose(prize(), 0, id) })}
              />
              <Index each={prize().entryIds}>
                {(_, before) => (
                  <SelectField
                    label={before === 0 ? 'Shared with (optional)' : 'And with (optional)'}
                    value={prize().entryIds[before + 1] ?? nobody}
                    options={entries('Nobody else', prize(), before + 1)}
                    onInput={(id) => set(n, { entryIds: choose(prize(), before + 1, id) })}
                  />
                )}
              </Index>
              <div class="whole">
                <TextField
                  label="Why, in a sentence for the stage (optional)"
                  value={prize().citation}
                  onInput={(citation) => set(n, { citation })}
                  problem={form.problemOf(`prizes/${n}/citation`)}
                  input={{ autocomplete: 'off' }}
                />
              </div>
              <div class="whole buttons">
                <button class="button quiet" type="button" onClick={() => remove(n)}>
                  Remove<span class="spoken"> prize {n + 1}</span>
                </button>
              </div>
            </div>
          </fieldset>
        )}
      </Index>
      <div class="buttons">
        <button class="button quiet" type="button" onClick={add}>
          Add a prize
        </button>
      </div>
      <Show when={form.values.prizes.length || form.changed()}>
        <FormEnd form={form} label="Save the prizes" />
      </Show>
    </form>
  )
}
