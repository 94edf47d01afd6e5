import { Show } from 'solid-js'
import type { Entry } from '../../api/schema/entry.ts'
import type { Event } from '../../api/schema/event.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { placeWords } from '../core/words/place-words.ts'
import { clockTimeAndZone } from '../core/words/zone-words.ts'
import * as styles from './room.module.css'
import { StageClock } from './StageClock.tsx'

type Props = {
  event: Event
  stage: StageSnapshot | undefined
  onStage: Entry | undefined
  connected: boolean
  entries: Entry[]
}

export function RoomHeader(props: Props) {
  const phase = () => props.stage?.phase ?? props.event.phase
  const team = () => (phase() === 'live' && props.stage?.scene !== 'break' ? props.onStage : undefined)

  /** In a break and while the stage is dark the clock is paused or of no interest. */
  const hasClock = () => ['on-stage', 'own-laptop', 'scoring'].includes(props.stage?.scene ?? '')

  function pill(): string {
    if (team()) return 'On stage'
    if (phase() === 'live' && props.stage?.scene === 'break') return 'Break'
    if (phase() === 'live' && props.stage?.showcase) return 'Showcase'
    return { setup: 'Soon', live: 'Welcome', closed: 'Judging done', revealing: 'The reveal', final: 'The result' }[
      phase()
    ]
  }
  function words(): string {
    const until = props.stage?.pause?.untilAt
    if (pill() === 'Break')
      return props.stage?.pause?.message || (until ? `Back at ${clockTimeAndZone(until)}` : 'Back soon')
    const showcaseEnd = props.stage?.showcase?.untilAt
    if (pill() === 'Showcase')
      return showcaseEnd ? `Walk round until ${clockTimeAndZone(showcaseEnd)}` : 'Walk round and see what they made'
    if (phase() === 'closed') return 'Scoring has closed. The result comes next.'
    if (phase() === 'revealing') return 'Look at the screen in the room.'
    const starts =
      props.event.startsAt && phase() === 'setup' ? `Starts at ${clockTimeAndZone(props.event.startsAt)}` : ''
    return [props.event.venue, starts].filter(Boolean).join(' · ')
  }

  return (
    <header class="band">
      <div class="band-line">
        <span class="pill">{pill()}</span>
        <Show when={team()} fallback={<span>{props.connected || !props.stage ? '' : 'Reconnecting…'}</span>}>
          {(entry) => <span>{placeWords(entry(), props.entries, props.stage?.slots ?? 0)}</span>}
        </Show>
      </div>
      <div aria-live="polite">
        <Show
          when={team()}
          fallback={
            <>
              <h1 dir="auto">{props.event.name}</h1>
              <p dir="auto">{words()}</p>
            </>
          }
        >
          {(entry) => (
            <>
              <h1 dir="auto" classList={{ long: entry().team.length > 40 }}>
                {entry().team}
              </h1>
              <p dir="auto">{entry().title}</p>
            </>
          )}
        </Show>
      </div>
      <Show when={team() && hasClock() && props.stage?.timer}>
        {(timer) => <StageClock stage={props.stage} timer={timer()} />}
      </Show>
      <Show when={team() && props.stage?.onDeck}>
        {(next) => (
          <p class={styles.next}>
            Next: <strong dir="auto">{next().team}</strong>
          </p>
        )}
      </Show>
    </header>
  )
}
