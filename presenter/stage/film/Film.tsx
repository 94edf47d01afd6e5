import { onMount, Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import { FitText } from '../../parts/FitText.tsx'
import * as styles from './film.module.css'
import type { FilmPlayer } from './film-player.ts'

/** The film over the whole wall. While it does not play, the team's picture; the desk's small copy shows that one as well. */
export function Film(props: { entry: Entry; player: FilmPlayer | undefined }) {
  const plays = () => props.player?.state() === 'playing' || props.player?.state() === 'silent'
  let place!: HTMLDivElement
  onMount(() => props.player && place.append(props.player.video))
  return (
    <div class={styles.film} data-film={props.player?.state() ?? 'small'} data-cover="black">
      <div class={styles.screen} ref={place} classList={{ [styles.hidden]: !plays() }} />
      <Show when={!plays()}>
        <Show
          when={props.entry.picture}
          fallback={
            <FitText class={styles.name} words={props.entry.team} largest={15.6} smallest={6}>
              <h2 dir="auto">{props.entry.team}</h2>
            </FitText>
          }
        >
          {(picture) => <img class={styles.picture} src={picture()} alt={props.entry.team} />}
        </Show>
      </Show>
    </div>
  )
}
