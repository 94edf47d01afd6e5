import { Show } from 'solid-js'
import { CopyText } from './CopyText.tsx'
import { Press } from './Press.tsx'

type Props = { who: string; link: string | undefined; stops: string; onNew: () => Promise<unknown> }

/** The server stores only the key's hash, so an earlier link cannot be shown again. */
export function PersonalLink(props: Props) {
  return (
    <div class="stack">
      <Show when={props.link} keyed>
        {(link) => (
          <CopyText
            label={`Personal link for ${props.who}`}
            hint="Copy it now: when this page is left, only a new one can be made."
            text={link}
          />
        )}
      </Show>
      <div class="buttons">
        <Press onPress={props.onNew}>
          {props.link ? 'Make another link' : 'Make a personal link'}
          <span class="spoken"> for {props.who}</span>
        </Press>
        <p class="dim">{props.stops}</p>
      </div>
    </div>
  )
}
