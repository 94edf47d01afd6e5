import { type Component, createSignal, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Event } from '../../../api/schema/event.ts'
import type { Result } from '../../../api/schema/result.ts'
import type { ShareContent } from './draw-share-picture.ts'

type SharePicture = Component<{ content: ShareContent; fileName: string }>

/** The picture's code is loaded by the press alone. */
export function ShareButton(props: { event: Event; result: Result; entries: Entry[] }) {
  const [picture, setPicture] = createSignal<SharePicture>()
  const open = async () => {
    const loaded = await import('./SharePicture.tsx')
    setPicture(() => loaded.SharePicture)
  }
  const winner = () => props.result.awards.find(({ kind, rank }) => kind === 'place' && rank === 1)
  const content = (): ShareContent => {
    const teams = (winner()?.entryIds ?? []).flatMap((id) => props.entries.find((entry) => entry.id === id) ?? [])
    return {
      event: props.event.name,
      label: winner()?.name ?? '',
      teams: teams.map(({ team }) => team),
      pictures: teams.flatMap(({ picture }) => picture ?? []),
    }
  }
  return (
    <Show when={content().teams.length > 0}>
      <Show
        when={picture()}
        fallback={
          <button class="button quiet" type="button" onClick={open}>
            Make a picture to share
          </button>
        }
      >
        <Dynamic component={picture()} content={content()} fileName={props.event.slug} />
      </Show>
    </Show>
  )
}
