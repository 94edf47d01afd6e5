import { type JSX, Show } from 'solid-js'
import { PageNotice } from '../../ui/page/PageNotice.tsx'
import type { Following } from '../following.ts'
import type { Judging } from '../judging.ts'

type Props = { judging: Judging; following: Following; whereNext: JSX.Element }

export function StartSheet(props: Props) {
  const anyOrder = () => props.judging.liveEvent.event()?.scoring === 'any-order'
  const first = () => props.judging.stage()?.onDeck ?? props.judging.liveEvent.entries()[0]
  return (
    <PageNotice over={props.judging.liveEvent.event()?.name} title={`Welcome, ${props.judging.judge().name}`}>
      <Show when={!props.judging.walking()} fallback={props.whereNext}>
        <p>
          You are on the panel.{' '}
          {anyOrder()
            ? 'You score in the showcase: this phone says where to begin.'
            : 'When a team comes on stage, its ballot opens here by itself.'}
        </p>
      </Show>
      <p>A tap on a number is all it takes. You can change your mind until scoring closes.</p>
      <Show when={!anyOrder() && first()}>
        {(entry) => (
          <p class="dim">
            First on stage: <strong dir="auto">{entry().team}</strong>
          </p>
        )}
      </Show>
      <Show when={props.judging.mayPractise()}>
        <button class="button" type="button" onClick={() => props.following.open({ on: 'practice' })}>
          Try a practice ballot
        </button>
      </Show>
      <button class="button quiet" type="button" onClick={() => props.following.open({ on: 'teams' })}>
        See all teams
      </button>
    </PageNotice>
  )
}
