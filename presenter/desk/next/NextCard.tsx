import { createMemo, Match, Show, Switch } from 'solid-js'
import { isWaitedFor } from '../../../api/rules/event/panel.ts'
import { plural } from '../../../api/rules/words/plural.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { clockTime } from '../../../web/core/words/clock-time.ts'
import * as buttonsStyles from '../buttons.module.css'
import { CloseScoring } from '../CloseScoring.tsx'
import type { Desk } from '../desk.ts'
import { Key } from '../keys/Key.tsx'
import * as showStyles from '../show.module.css'
import { FewVisits } from '../showcase/FewVisits.tsx'
import { ShowcaseCard } from '../showcase/ShowcaseCard.tsx'
import { lastTeamWords, nextStep } from './next-step.ts'
import { ScoringLine } from './ScoringLine.tsx'

export function NextCard(props: { desk: Desk; stage: StageSnapshot }) {
  const step = createMemo(() => nextStep(props.stage, props.desk.chosen() !== undefined, props.desk.showcaseStep()))
  const upNext = () => props.desk.chosen() ?? props.stage.onDeck ?? undefined
  const isConfirming = () => props.desk.asksAgain('next')
  const press = () => props.desk.press('next')
  return (
    <section class={showStyles.nextCard} aria-label="Next">
      <Switch>
        <Match when={step() === 'open-doors'}>
          <div>
            <p class="dim">Next</p>
            <p class={showStyles.nextTeam}>Open the doors</p>
            <p class="dim">The show begins. Judges who have joined can try a practice ballot.</p>
          </div>
          <button type="button" class={`${buttonsStyles.button} ${buttonsStyles.main}`} onClick={press}>
            Open the doors <Key name="PageDown" />
          </button>
        </Match>
        <Match when={step() === 'show-again'}>
          <div>
            <p class="dim">The stage is dark</p>
            <p class={showStyles.nextTeam}>Show it again</p>
          </div>
          <button type="button" class={`${buttonsStyles.button} ${buttonsStyles.main}`} onClick={press}>
            Show it again <Key name="PageDown" />
          </button>
        </Match>
        <Match when={step() === 'end-break'}>
          <div>
            <p class="dim">On a break</p>
            <p class={showStyles.nextTeam}>{breakWords(props.stage)}</p>
            <Show when={upNext()}>
              {(entry) => (
                <p class="dim">
                  Next: <b dir="auto">{entry().team}</b>
                </p>
              )}
            </Show>
          </div>
          <div class={showStyles.nextPress}>
            <button
              type="button"
              class={`${buttonsStyles.button} ${buttonsStyles.main}`}
              onClick={() => props.desk.press('start-pause')}
            >
              End the break <Key name="Space" />
            </button>
            <Show when={upNext()}>
              <button type="button" class={buttonsStyles.quiet} onClick={press}>
                Call the next team now <Key name="PageDown" />
              </button>
            </Show>
          </div>
        </Match>
        <Match when={step() === 'end-showcase'}>
          <ShowcaseCard desk={props.desk} stage={props.stage} />
        </Match>
        <Match when={step() === 'open-showcase'}>
          <div>
            <p class="dim">First</p>
            <p class={showStyles.nextTeam}>The showcase</p>
            <p class="dim">{joinedWords(props.desk.panel().filter(isWaitedFor).length)}</p>
          </div>
          <div class={showStyles.nextPress}>
            <button
              type="button"
              class={`${buttonsStyles.button} ${buttonsStyles.main}`}
              onClick={() => props.desk.toggleTray('showcase')}
            >
              Open the showcase…
            </button>
            <CallFirstTeam onPress={press} />
          </div>
        </Match>
        <Match when={step() === 'after-showcase'}>
          <div>
            <p class={showStyles.nextTeam}>The showcase is over</p>
            <FewVisits desk={props.desk} />
          </div>
          <div class={showStyles.nextPress}>
            <CloseScoring class={`${buttonsStyles.button} ${buttonsStyles.main}`} {...props} />
            <CallFirstTeam onPress={press} />
          </div>
        </Match>
        <Match when={step() === 'call'}>
          <div>
            <p class="dim">
              {props.desk.chosen() ? 'Next, out of turn' : props.stage.onStage ? 'Next' : 'First'}
              <Show when={upNext()}>
                {(entry) => (
                  <Show when={props.desk.ready(entry().id)} fallback={props.desk.someReady() && ' · not ready yet'}>
                    {' · '}
                    <span class={showStyles.nextReady}>
                      <span aria-hidden="true">✓</span> ready
                    </span>
                  </Show>
                )}
              </Show>
            </p>
            <p class={showStyles.nextTeam} dir="auto">
              {upNext()?.team}
            </p>
            <Show
              when={props.stage.onStage}
              fallback={<p class="dim">{joinedWords(props.desk.panel().filter(isWaitedFor).length)}</p>}
            >
              <ScoringLine desk={props.desk} stage={props.stage} />
            </Show>
          </div>
          <div class={showStyles.nextPress}>
            <button
              type="button"
              class={`${buttonsStyles.button} ${buttonsStyles.main}`}
              classList={{ [buttonsStyles.confirming]: isConfirming() }}
              onClick={press}
            >
              {isConfirming() ? 'Go on anyway' : 'Call them on'}{' '}
              <Key name={props.desk.slides.shown() ? 'N' : 'PageDown'} />
            </button>
            <Show when={props.desk.chosen()}>
              <button type="button" class={buttonsStyles.quiet} onClick={() => props.desk.choose(undefined)}>
                Keep to the order
              </button>
            </Show>
          </div>
        </Match>
        <Match when={step() === 'add-teams'}>
          <div>
            <p class="dim">First</p>
            <p class={showStyles.nextTeam}>No teams yet</p>
            <p class="dim">{joinedWords(props.desk.panel().filter(isWaitedFor).length)}</p>
          </div>
        </Match>
        <Match when={true}>
          <div>
            <p class="dim">Next</p>
            <p class={showStyles.nextTeam}>{lastTeamWords(props.stage, props.desk.nowMs())}</p>
            <ScoringLine desk={props.desk} stage={props.stage} />
          </div>
          <div class={showStyles.nextPress}>
            <Show
              when={step() === 'start-last'}
              fallback={<CloseScoring class={`${buttonsStyles.button} ${buttonsStyles.main}`} {...props} />}
            >
              <button
                type="button"
                class={`${buttonsStyles.button} ${buttonsStyles.main}`}
                onClick={() => props.desk.press('start-pause')}
              >
                Start the clock <Key name="Space" />
              </button>
            </Show>
          </div>
        </Match>
      </Switch>
    </section>
  )
}

function CallFirstTeam(props: { onPress: () => void }) {
  return (
    <button type="button" class={buttonsStyles.quiet} onClick={() => props.onPress()}>
      Call the first team <Key name="PageDown" />
    </button>
  )
}

const joinedWords = (count: number) =>
  count === 0
    ? 'No judges have joined yet'
    : plural(count, { one: '1 judge has joined', other: `${count} judges have joined` })
const breakWords = ({ pause }: StageSnapshot) =>
  pause?.untilAt ? `Back at ${clockTime(Date.parse(pause.untilAt))}` : 'Back soon'
