import { createSignal, Index, Match, Show, Switch } from 'solid-js'
import type { RevealStep } from '../../api/schema/result.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { listNames } from '../../web/core/words/names.ts'
import { stageAwardName } from '../parts/words.ts'
import * as buttonsStyles from './buttons.module.css'
import { ConfirmButton } from './ConfirmButton.tsx'
import * as deskStyles from './desk.module.css'
import type { Desk } from './desk.ts'
import { Key } from './keys/Key.tsx'
import * as showStyles from './show.module.css'
import * as trayStyles from './tray/tray.module.css'

/** The desk never receives a step before the room sees it. */
export function RevealControl(props: { desk: Desk; stage: StageSnapshot }) {
  const reveal = () => props.stage.reveal
  const allShown = () => reveal().step >= reveal().of
  const team = (id: string) => props.desk.liveEvent.entries().find((entry) => entry.id === id)?.team ?? ''
  const [by, setBy] = createSignal('')
  const names = () => by().trim()
  return (
    <section class={`${showStyles.nextCard} ${showStyles.revealCard}`} aria-label="The reveal">
      <Switch>
        <Match when={props.stage.phase === 'closed'}>
          <div>
            <p class={showStyles.nextTeam}>Scoring has closed</p>
            <p class="dim">
              <a href={`/e/${props.desk.slug}/review`} target="_blank" rel="noopener">
                The review, in a new tab
              </a>{' '}
              says how safe the result is. This desk does not show it.
            </p>
          </div>
          <div class={showStyles.nextPress}>
            <ConfirmButton
              class={`${buttonsStyles.button} ${buttonsStyles.main}`}
              label="Start the reveal…"
              question="Start the reveal?"
              detail="The result is fixed and the stage shows a quiet title. Scoring cannot be opened again."
              confirm="Start the reveal"
              onConfirm={() => props.desk.cues.send({ cue: 'start-reveal' })}
            />
            <ConfirmButton
              class={buttonsStyles.quiet}
              label="Open scoring again…"
              question="Open scoring again?"
              detail="Every judge can change every score until it is closed once more."
              confirm="Open scoring again"
              onConfirm={() => props.desk.cues.send({ cue: 'reopen-scoring' })}
            />
          </div>
        </Match>
        <Match when={props.stage.phase === 'revealing'}>
          <div>
            <p class={`${showStyles.nextTeam} figures`}>
              Step {reveal().step} of {reveal().of}
            </p>
            <Show when={!allShown()}>
              <p class="dim">
                {reveal().step === 0
                  ? 'The title is up. Each press shows one award.'
                  : 'Leave it on for as long as the room likes.'}
              </p>
            </Show>
            <Show when={allShown()}>
              <div class={trayStyles.pair}>
                <label>
                  <span class={`${deskStyles.small} dim`}>Everything has been shown. Released by (optional)</span>
                  <input
                    class={trayStyles.field}
                    maxLength={160}
                    autocomplete="off"
                    value={by()}
                    onInput={(e) => setBy(e.currentTarget.value)}
                  />
                </label>
              </div>
            </Show>
          </div>
          <div class={showStyles.nextPress}>
            <Show
              when={allShown()}
              fallback={
                <button
                  type="button"
                  class={`${buttonsStyles.button} ${buttonsStyles.main}`}
                  onClick={() => props.desk.press('next')}
                >
                  Show the next <Key name="PageDown" />
                </button>
              }
            >
              <ConfirmButton
                class={`${buttonsStyles.button} ${buttonsStyles.main}`}
                label="Publish the result…"
                question="Publish the result?"
                detail={`Everyone who opens the event’s address can then read it${names() && `, released by ${names()}`}. This cannot be undone.`}
                confirm="Publish"
                onConfirm={() => props.desk.cues.send({ cue: 'publish', ...(names() && { by: names() }) })}
              />
            </Show>
            <Show when={reveal().step > 0}>
              <button type="button" class={buttonsStyles.quiet} onClick={() => props.desk.press('back')}>
                One step back <Key name="PageUp" />
              </button>
            </Show>
          </div>
        </Match>
        <Match when={props.stage.phase === 'final'}>
          <div>
            <p class={showStyles.nextTeam}>The result is public</p>
            <p class="dim">The winners stay on the stage. Thank you for running the show.</p>
          </div>
        </Match>
      </Switch>
      <Show when={reveal().shown.length > 0}>
        <ol class={showStyles.shownSteps} aria-label="Shown so far">
          <Index each={reveal().shown}>
            {(step) => (
              <li>
                <Show when={awardOf(step())} fallback="All awards together">
                  {(award) => (
                    <>
                      <span class="dim">{stageAwardName(award())}</span>{' '}
                      <b dir="auto">{listNames(award().entryIds.map(team), 3)}</b>
                    </>
                  )}
                </Show>
              </li>
            )}
          </Index>
        </ol>
      </Show>
    </section>
  )
}

const awardOf = (step: RevealStep) => (step.kind === 'award' ? step.award : undefined)
