import { For } from 'solid-js'

export type ScreenLink = { to: string; name: string; words: string }

export function ScreenLinks(props: { screens: ScreenLink[] }) {
  return (
    <ul class="screens">
      <For each={props.screens}>
        {(screen) => (
          <li>
            <a class="screen" href={screen.to} target="_blank" rel="noopener">
              <strong>{screen.name}</strong>
              <span class="dim">{screen.words}</span>
            </a>
          </li>
        )}
      </For>
    </ul>
  )
}
