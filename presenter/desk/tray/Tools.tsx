import { Show } from 'solid-js'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { judgesIn } from '../../parts/words.ts'
import { AskTwice } from '../AskTwice.tsx'
import type { Desk } from '../desk.ts'
import { Key } from '../keys/Key.tsx'
import { expectedWords } from '../keys/key-bindings.ts'

/** What is not part of the order: the code, a message, a break, a dark stage; and, apart from them, the close. */
export function Tools(props: { desk: Desk; stage: StageSnapshot }) {
  const live = () => props.stage.phase === 'live'
  const onBreak = () => props.stage.scene === 'break'
  const left = () => props.desk.programme.entries().length - props.desk.shown()
  const detail = () => {
    const missing = left() > 0 ? ` ${left()} ${left() === 1 ? 'team has' : 'teams have'} not presented.` : ''
    const now =
      props.stage.onStage?.warmUp === false ? ` ${judgesIn(props.stage.scoring)} for ${props.stage.onStage.team}.` : ''
    const expected = props.desk.expected().map(({ name }) => name)
    const waits = expected.length > 0 && !onBreak() ? ` ${expectedWords(expected)}` : ''
    return `Nobody can score after this.${now}${waits}${missing}`
  }
  return (
    <div class="tools">
      <Show when={live()}>
        <button
          type="button"
          class="button"
          aria-pressed={props.stage.scene === 'scoring'}
          onClick={() => props.desk.press('code')}
        >
          Code <Key name="Q" />
        </button>
      </Show>
      <button
        type="button"
        class="button"
        aria-pressed={props.stage.message !== null}
        aria-expanded={props.desk.tray() === 'message'}
        onClick={() => props.desk.press('message')}
      >
        Message <Key name="M" />
      </button>
      <Show when={live() || props.stage.phase === 'closed'}>
        <Show
          when={onBreak()}
          fallback={
            <button
              type="button"
              class="button"
              aria-expanded={props.desk.tray() === 'break'}
              onClick={() => props.desk.toggleTray('break')}
            >
              Break
            </button>
          }
        >
          <button type="button" class="button" onClick={() => props.desk.send({ cue: 'resume' })}>
            End the break
          </button>
        </Show>
      </Show>
      <button
        type="button"
        class="button"
        aria-pressed={props.stage.scene === 'blank'}
        onClick={() => props.desk.press('blank')}
      >
        Blank <Key name="B" />
      </button>
      <span class="apart" />
      <Show when={live()}>
        <AskTwice
          class="button danger"
          label="Close scoring…"
          question="Close scoring for everyone?"
          detail={detail()}
          confirm="Close scoring"
          onConfirm={() => props.desk.send({ cue: 'close-scoring' })}
        />
      </Show>
    </div>
  )
}
