import { createSignal, Index, Match, Show, Switch } from 'solid-js'
import type { RevealStep } from '../../api/schema/result.ts'
import type { StageSnapshot } from '../../api/schema/stage.ts'
import { listNames } from '../../web/core/words/names.ts'
import { awardLabel } from '../parts/words.ts'
import { ConfirmButton } from './ConfirmButton.tsx'
import type { Desk } from './desk.ts'
import { Key } from './keys/Key.tsx'

/** From the close to the published result. The desk never receives a step before the room sees it. */
export function RevealControl(props: { desk: Desk; stage: StageSnapshot }) {
  const reveal = () => props.stage.reveal
  const allShown = () => reveal().step >= reveal().of
  const team = (id: string) => props.desk.programme.entries().find((entry) => entry.id === id)?.team ?? ''
  const [by, setBy] = createSignal('')
  const names = () => by().trim()
  return (
    <section class="next-card reveal-card" aria-label="The reveal">
      <Switch>
        <Match when={props.stage.phase === 'closed'}>
          <div>
            <p class="next-team">Scoring has closed</p>
            <p class="dim">
              <a href={`/e/${props.desk.slug}/review`} target="_blank" rel="noopener">
                The review, in a new tab
              </a>{' '}
              says how safe the result is. This desk stays blind.
            </p>
          </div>
          <div class="next-press">
            <ConfirmButton
              class="button main"
              label="Start the reveal…"
              question="Start the reveal?"
              detail="The result is fixed and the stage shows a quiet title. Scoring cannot be opened again."
              confirm="Start the reveal"
              onConfirm={() => props.desk.send({ cue: 'start-reveal' })}
            />
            <ConfirmButton
              class="quiet"
              label="Open scoring again…"
              question="Open scoring again?"
              detail="Every judge can change every score until it is closed once more."
              confirm="Open scoring again"
              onConfirm={() => props.desk.send({ cue: 'reopen-scoring' })}
            />
          </div>
        </Match>
        <Match when={props.stage.phase === 'revealing'}>
          <div>
            <p class="next-team figures">
              Step {reveal().step} of {reveal().of}
            </p>
            <Show when={!allShown()}>
              <p class="dim">
                {reveal().step === 0
                  ? 'The title is up. Each press shows one honour.'
                  : 'Let it stand as long as the room likes.'}
              </p>
            </Show>
            <Show when={allShown()}>
              <div class="pair">
                <label>
                  <span class="small dim">Everything has been shown. Released by (may stay empty)</span>
                  <input
                    class="field"
                    maxLength={160}
                    autocomplete="off"
                    value={by()}
                    onInput={(e) => setBy(e.currentTarget.value)}
                  />
                </label>
              </div>
            </Show>
          </div>
          <div class="next-press">
            <Show
              when={allShown()}
              fallback={
                <button type="button" class="button main" onClick={() => props.desk.press('next')}>
                  Show the next <Key name="PageDown" />
                </button>
              }
            >
              <ConfirmButton
                class="button main"
                label="Publish the result…"
                question="Publish the result?"
                detail={`Everyone who opens the event’s address can then read it${names() && `, released by ${names()}`}. This cannot be undone.`}
                confirm="Publish"
                onConfirm={() => props.desk.send({ cue: 'publish', ...(names() && { by: names() }) })}
              />
            </Show>
            <Show when={reveal().step > 0}>
              <button type="button" class="quiet" onClick={() => props.desk.press('back')}>
                One step back <Key name="PageUp" />
              </button>
            </Show>
          </div>
        </Match>
        <Match when={props.stage.phase === 'final'}>
          <div>
            <p class="next-team">The result is public</p>
            <p class="dim">The winners stay on the stage. Thank you for running the show.</p>
          </div>
        </Match>
      </Switch>
      <Show when={reveal().shown.length > 0}>
        <ol class="shown-steps" aria-label="Shown so far">
          <Index each={reveal().shown}>
            {(step) => (
              <li>
                <Show when={awardOf(step())} fallback="All honours together">
                  {(award) => (
                    <>
                      <span class="dim">{awardLabel(award())}</span>{' '}
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
