import { Match, Show, Switch } from 'solid-js'
import { isCounted } from '../../api/rules/event/panel.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { judgesIn, listWords } from '../parts/words.ts'
import type { Desk } from './desk.ts'
import { Key } from './keys/Key.tsx'

/** What the next press does, and who is still missing. */
export function NextCard(props: { desk: Desk; stage: StageSnapshot }) {
  const upNext = () => props.desk.chosen() ?? props.stage.onDeck ?? undefined
  const waiting = () => props.desk.missing()
  const held = () => props.desk.notice()?.tone === 'hold'
  const press = () => props.desk.press('next')
  return (
    <section class="next-card" aria-label="Next">
      <Switch>
        <Match when={props.stage.phase === 'setup'}>
          <div>
            <p class="dim">Next</p>
            <p class="next-team">Open the doors</p>
            <p class="dim">Judges can come in, and the welcome goes up.</p>
          </div>
          <button type="button" class="button main" onClick={press}>
            Open the doors <Key name="PageDown" />
          </button>
        </Match>
        <Match when={props.stage.scene === 'blank'}>
          <div>
            <p class="dim">The stage is dark</p>
            <p class="next-team">Show it again</p>
          </div>
          <button type="button" class="button main" onClick={press}>
            Show it again <Key name="PageDown" />
          </button>
        </Match>
        <Match when={true}>
          <div>
            <p class="dim">
              {props.desk.chosen() ? 'Next, out of turn' : props.stage.onStage ? 'Next' : 'First'}
              <Show when={upNext()}>
                {(entry) => (
                  <Show when={props.desk.ready(entry().id)} fallback={props.desk.readySaid() && ' · not ready yet'}>
                    {' · '}
                    <span class="next-ready">
                      <span aria-hidden="true">✓</span> ready
                    </span>
                  </Show>
                )}
              </Show>
            </p>
            <p class="next-team" dir="auto">
              {upNext()?.team ?? (props.stage.onStage ? 'That was the last team' : 'No teams yet')}
            </p>
            <Show
              when={props.stage.onStage}
              fallback={<p class="dim">{judgesCome(props.desk.panel().filter(isCounted).length)}</p>}
            >
              <p classList={{ wait: waiting().length > 0, done: waiting().length === 0 && props.stage.scoring.of > 0 }}>
                <Show when={waiting().length > 0} fallback={inWords(props.stage)}>
                  {props.stage.scoring.in} of {props.stage.scoring.of} in. Missing:{' '}
                  {listWords(
                    waiting().map(({ name }) => name),
                    5,
                  )}
                </Show>
              </p>
            </Show>
          </div>
          <Show
            when={upNext()}
            fallback={
              <Show when={props.stage.onStage}>
                <p class="dim next-hint">Close scoring when the judges are ready.</p>
              </Show>
            }
          >
            <div class="next-press">
              <button type="button" class="button main" classList={{ held: held() }} onClick={press}>
                {held() ? 'Go on anyway' : 'Call them on'} <Key name="PageDown" />
              </button>
              <Show when={props.desk.chosen()}>
                <button type="button" class="quiet" onClick={() => props.desk.choose(undefined)}>
                  Keep to the order
                </button>
              </Show>
            </div>
          </Show>
        </Match>
      </Switch>
    </section>
  )
}

const inWords = ({ onStage, scoring }: StageSnapshot) =>
  onStage?.warmUp ? 'A warm-up is on: nobody scores it' : judgesIn(scoring)
const judgesCome = (count: number) =>
  count === 0 ? 'No judges have joined yet' : `${count} ${count === 1 ? 'judge has' : 'judges have'} joined`
