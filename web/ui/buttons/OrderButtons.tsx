import { createSignal, For } from 'solid-js'
import * as styles from './order-buttons.module.css'

type Item = { id: string; name: string; place: string }
type Props = { label: string; items: Item[]; onOrder: (ids: string[]) => void }

export function OrderButtons(props: Props) {
  const [message, setMessage] = createSignal('')
  const ids = () => props.items.map((item) => item.id)
  const item = (id: string) => props.items.find((item) => item.id === id)

  /** Moving the row drops the focus, so it is restored for the next press. */
  function move(button: HTMLButtonElement, id: string, by: 1 | -1) {
    const from = ids().indexOf(id)
    const to = from + by
    if (to < 0 || to >= ids().length) return
    const next = ids().filter((other) => other !== id)
    next.splice(to, 0, id)
    props.onOrder(next)
    button.focus()
    setMessage(`${item(id)?.name}: ${item(id)?.place}`)
  }
  return (
    <fieldset class={styles.order}>
      <legend>{props.label}</legend>
      <ol class="rows">
        <For each={ids()}>
          {(id, n) => (
            <li class={styles.orderLine}>
              <span class={styles.orderPlace}>{item(id)?.place}</span>
              <strong class="row-main">
                <bdi>{item(id)?.name}</bdi>
              </strong>
              <span class={styles.orderButtons}>
                <button
                  class="button quiet"
                  type="button"
                  aria-disabled={n() === 0}
                  onClick={(e) => move(e.currentTarget, id, -1)}
                >
                  <span aria-hidden="true">↑</span>
                  <span class="spoken">{item(id)?.name} up</span>
                </button>
                <button
                  class="button quiet"
                  type="button"
                  aria-disabled={n() === props.items.length - 1}
                  onClick={(e) => move(e.currentTarget, id, 1)}
                >
                  <span aria-hidden="true">↓</span>
                  <span class="spoken">{item(id)?.name} down</span>
                </button>
              </span>
            </li>
          )}
        </For>
      </ol>
      <p class="spoken" role="status">
        {message()}
      </p>
    </fieldset>
  )
}
