import { Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import * as trayStyles from '../tray/tray.module.css'
import { nextPlace } from './order.ts'
import { SlotTime } from './SlotTime.tsx'

export function SlotForm(props: { desk: Desk; entry: Entry }) {
  const order = () => props.desk.order
  const isWaiting = (entry: Entry) => !entry.shown && entry.id !== props.desk.stage()?.onStage?.id
  const place = () => order().entries().indexOf(props.entry)
  const placeBy = (by: 1 | -1) => nextPlace(order().entries().map(isWaiting), place(), by)
  const event = () => props.desk.liveEvent.event()
  const ownTimes = () => props.entry.talkSeconds !== null || props.entry.questionsSeconds !== null

  async function move(by: 1 | -1) {
    const to = placeBy(by)
    if (to !== undefined && (await order().move(props.entry.id, to)))
      props.desk.notify(`${props.entry.team} is now in slot ${to + 1}.`)
  }
  const call = () => {
    props.desk.choose(props.entry.id)
    props.desk.setTray(undefined)
  }

  return (
    <section class={trayStyles.tray} aria-label={`Slot ${place() + 1}`}>
      <div class={trayStyles.trayHead}>
        <h2 dir="auto">
          <span class="dim">Slot {place() + 1}</span> {props.entry.team}
        </h2>
        <button type="button" class={buttonsStyles.quiet} onClick={() => props.desk.setTray(undefined)}>
          Close
        </button>
      </div>
      <div class={deskStyles.row}>
        <Show when={props.desk.stage()?.phase === 'live'}>
          <button type="button" class={buttonsStyles.button} onClick={call}>
            {isWaiting(props.entry) ? 'Call them next' : 'Call them again next'}
          </button>
        </Show>
        <Show when={isWaiting(props.entry)}>
          <button
            type="button"
            class={buttonsStyles.button}
            onClick={() => props.desk.setReady(props.entry.id, !props.desk.ready(props.entry.id))}
          >
            {props.desk.ready(props.entry.id) ? 'Not ready after all' : 'They are ready'}
          </button>
          <button
            type="button"
            class={buttonsStyles.button}
            onClick={() => order().change(props.entry.id, { skipped: !props.entry.skipped })}
          >
            {props.entry.skipped ? 'Bring back' : 'Skip'}
          </button>
          <button
            type="button"
            class={buttonsStyles.button}
            onClick={() => order().change(props.entry.id, { warmUp: !props.entry.warmUp })}
          >
            {props.entry.warmUp ? 'Have it scored' : 'Make it a warm-up'}
          </button>
          <button
            type="button"
            class={buttonsStyles.button}
            disabled={placeBy(-1) === undefined}
            onClick={() => move(-1)}
          >
            Earlier
          </button>
          <button
            type="button"
            class={buttonsStyles.button}
            disabled={placeBy(1) === undefined}
            onClick={() => move(1)}
          >
            Later
          </button>
        </Show>
      </div>
      <div class={`${deskStyles.row} ${trayStyles.slotTimes}`}>
        <SlotTime
          name="Talk"
          seconds={props.entry.talkSeconds}
          usual={event()?.talkSeconds ?? 0}
          least={60}
          onChange={(talkSeconds) => order().change(props.entry.id, { talkSeconds })}
        />
        <SlotTime
          name="Questions"
          seconds={props.entry.questionsSeconds}
          usual={event()?.questionsSeconds ?? 0}
          least={0}
          onChange={(questionsSeconds) => order().change(props.entry.id, { questionsSeconds })}
        />
        <Show when={ownTimes()}>
          <button
            type="button"
            class={buttonsStyles.quiet}
            onClick={() => order().change(props.entry.id, { talkSeconds: null, questionsSeconds: null })}
          >
            As long as the others
          </button>
        </Show>
      </div>
    </section>
  )
}
