import { For, Show } from 'solid-js'
import * as styles from './slides.module.css'

/** `linked`: each picture leads to itself, large. */
export function PageList(props: { pictures: string[]; label: string; linked?: boolean }) {
  return (
    <ol class={styles.pages} aria-label={props.label}>
      <For each={props.pictures}>
        {(address, at) => (
          <li>
            <Show when={props.linked} fallback={<PagePicture address={address} number={at() + 1} />}>
              <a href={address}>
                <PagePicture address={address} number={at() + 1} />
              </a>
            </Show>
            <span class="figures">{at() + 1}</span>
          </li>
        )}
      </For>
    </ol>
  )
}

function PagePicture(props: { address: string; number: number }) {
  return <img src={props.address} alt={`Page ${props.number}`} loading="lazy" />
}
