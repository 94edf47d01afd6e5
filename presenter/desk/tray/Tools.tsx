import { Show } from 'solid-js'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import * as buttonsStyles from '../buttons.module.css'
import { CloseScoring } from '../CloseScoring.tsx'
import type { Desk } from '../desk.ts'
import { Key } from '../keys/Key.tsx'
import { nextStep } from '../next/next-step.ts'
import { OwnLaptop } from '../own-laptop/OwnLaptop.tsx'
import * as showStyles from '../show.module.css'

export function Tools(props: { desk: Desk; stage: StageSnapshot }) {
  const live = () => props.stage.phase === 'live'
  const onBreak = () => props.stage.scene === 'break'
  const nextClosesScoring = () => {
    const step = nextStep(props.stage, props.desk.chosen() !== undefined, props.desk.showcaseStep())
    return step === 'close-scoring' || step === 'after-showcase'
  }
  return (
    <div class={showStyles.tools}>
      <Show when={live()}>
        <button
          type="button"
          class={buttonsStyles.button}
          aria-pressed={props.stage.scene === 'scoring'}
          onClick={() => props.desk.press('code')}
        >
          Code <Key name="Q" />
        </button>
      </Show>
      <button
        type="button"
        class={buttonsStyles.button}
        aria-pressed={props.stage.message !== null}
        aria-expanded={props.desk.tray() === 'message'}
        onClick={() => props.desk.press('message')}
      >
        Message <Key name="M" />
      </button>
      <OwnLaptop {...props} />
      <Show when={props.desk.liveEvent.event()?.captions}>
        <button
          type="button"
          class={buttonsStyles.button}
          aria-expanded={props.desk.tray() === 'captions'}
          onClick={() => props.desk.toggleTray('captions')}
        >
          Captions
        </button>
      </Show>
      <Show when={live() || props.stage.phase === 'closed'}>
        <Show
          when={onBreak()}
          fallback={
            <button
              type="button"
              class={buttonsStyles.button}
              aria-expanded={props.desk.tray() === 'break'}
              onClick={() => props.desk.toggleTray('break')}
            >
              Break
            </button>
          }
        >
          <button type="button" class={buttonsStyles.button} onClick={() => props.desk.cues.send({ cue: 'resume' })}>
            End the break
          </button>
        </Show>
      </Show>
      <Show when={live() && props.stage.scene !== 'showcase'}>
        <button
          type="button"
          class={buttonsStyles.button}
          aria-expanded={props.desk.tray() === 'showcase'}
          onClick={() => props.desk.toggleTray('showcase')}
        >
          Showcase
        </button>
      </Show>
      <Show when={props.stage.phase === 'setup' || live()}>
        <button
          type="button"
          class={buttonsStyles.button}
          aria-pressed={props.desk.filmShown()}
          aria-expanded={props.desk.tray() === 'film'}
          onClick={() => props.desk.toggleTray('film')}
        >
          Film
        </button>
      </Show>
      <button
        type="button"
        class={buttonsStyles.button}
        aria-pressed={props.stage.scene === 'blank'}
        onClick={() => props.desk.press('blank')}
      >
        Blank <Key name="B" />
      </button>
      <span class={showStyles.apart} />
      <Show when={live() && !nextClosesScoring()}>
        <CloseScoring class={`${buttonsStyles.button} ${buttonsStyles.danger}`} {...props} />
      </Show>
    </div>
  )
}
