import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { normaliseName, withoutAccents } from '../../../api/rules/event/normalise-name.ts'
import * as styles from './many-field.module.css'
import { openOnProblem } from './open-on-problem.ts'
import { TextField } from './TextField.tsx'

type Option = { value: string; label: string; hint?: string }
type Props = {
  label: string
  /** Says how many are chosen. */
  count: string
  hint?: string
  filterLabel: string
  options: Option[]
  chosen: string[]
  problem?: string
  disabled?: boolean
  onChange: (chosen: string[]) => void
}

/** Lists longer than this get a filter. */
const shortList = 8

export function ManyField(props: Props) {
  const id = createUniqueId()
  let details!: HTMLDetailsElement
  openOnProblem(
    () => details,
    () => Boolean(props.problem),
  )
  const [filter, setFilter] = createSignal('')
  const plain = (...texts: string[]) => normaliseName(withoutAccents(texts.join(' ')))
  const options = createMemo(() => new Map(props.options.map((option) => [option.value, option])))
  /** Values, not options: a checkbox whose option is made anew keeps the focus. */
  const visible = createMemo(() =>
    props.options
      .filter(({ label, hint = '' }) => plain(label, hint).includes(plain(filter())))
      .map(({ value }) => value),
  )
  const areAllChosen = () => visible().every((value) => props.chosen.includes(value))

  /** In the order of the options. */
  function set(values: string[], yes: boolean) {
    const chosen = new Set(props.chosen)
    for (const value of values) {
      if (yes) chosen.add(value)
      else chosen.delete(value)
    }
    props.onChange(props.options.map(({ value }) => value).filter((value) => chosen.has(value)))
  }

  return (
    <fieldset class={styles.many} aria-describedby={props.problem ? `${id}-problem` : undefined}>
      <legend>{props.label}</legend>
      <details class={styles.details} ref={details}>
        <summary>{props.count}</summary>
        <div class={styles.body}>
          <Show when={props.hint}>
            <p class="field-hint">{props.hint}</p>
          </Show>
          <Show when={props.options.length > shortList}>
            <TextField
              label={props.filterLabel}
              value={filter()}
              onInput={setFilter}
              input={{
                type: 'search',
                autocomplete: 'off',
                // Enter would submit the form around this field.
                onKeyDown: (e) => {
                  if (e.key === 'Enter') e.preventDefault()
                },
              }}
            />
          </Show>
          <Show when={!props.disabled && visible().length > 1}>
            <div class="buttons">
              <button class="button quiet" type="button" onClick={() => set(visible(), !areAllChosen())}>
                {areAllChosen() ? 'Choose none of these' : `Choose all ${visible().length}`}
                <span class="spoken">: {props.label}</span>
              </button>
            </div>
          </Show>
          <ul class={styles.options}>
            <For each={visible()} fallback={<li class="dim">{filter() ? 'Nothing matches' : 'None yet'}</li>}>
              {(value) => (
                <li>
                  <label class="choice-option">
                    <input
                      type="checkbox"
                      checked={props.chosen.includes(value)}
                      disabled={props.disabled}
                      onChange={(e) => set([value], e.currentTarget.checked)}
                    />
                    <span>
                      <bdi>{options().get(value)?.label}</bdi>
                      <Show when={options().get(value)?.hint}>
                        <span class="choice-hint" dir="auto">
                          {' '}
                          {options().get(value)?.hint}
                        </span>
                      </Show>
                    </span>
                  </label>
                </li>
              )}
            </For>
          </ul>
        </div>
      </details>
      <Show when={props.problem}>
        <p class="field-problem" id={`${id}-problem`}>
          {props.problem}
        </p>
      </Show>
    </fieldset>
  )
}
