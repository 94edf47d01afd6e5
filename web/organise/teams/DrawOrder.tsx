import { createSignal, Show } from 'solid-js'
import { createAction } from '../../core/action.ts'
import { problemSentence } from '../../core/form.ts'
import { drawWords, readSeed } from '../../core/words/draw-words.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import * as styles from '../organise.module.css'
import type { Organising } from '../organising.ts'
import type { Teams } from '../organising-teams.ts'

type Props = { organising: Organising; teams: Teams; onOrder: (ids: string[], words: string) => void }

/** Teams that present first tend to be marked lowest. The seed lets anyone check the draw. */
export function DrawOrder(props: Props) {
  const now = props.organising.now
  const [typed, setTyped] = createSignal('')
  const [problem, setProblem] = createSignal<string>()
  const [previousIds, setPreviousIds] = createSignal<string[]>()
  const [status, setStatus] = createSignal('')
  const ids = () => now.entries.map((entry) => entry.id)
  const canRestore = () => previousIds()?.length === ids().length && previousIds()?.every((id) => ids().includes(id))

  const drawing = createAction(async (seed?: number) => {
    setPreviousIds(await props.teams.draw(seed))
    setTyped('')
    setStatus('The order is drawn')
  })

  async function draw(e: SubmitEvent) {
    e.preventDefault()
    setStatus('')
    const parsed = readSeed(typed())
    setProblem(parsed ? undefined : 'A whole number of up to six digits, or nothing')
    if (!parsed) return
    await drawing.run(parsed.seed)
    const refusal = drawing.refused()
    if (refusal) setProblem(problemSentence(refusal))
  }
  function restoreOrder() {
    props.onOrder(previousIds()!, '')
    setPreviousIds(undefined)
    setStatus('The draw is undone')
  }
  return (
    <form class="form" onSubmit={draw} novalidate aria-labelledby="draw-title">
      <h3 id="draw-title">Draw the order</h3>
      <p class="dim">
        Whoever goes first tends to be marked lowest, while judges find their feet. A draw is fairest, and its seed is
        public, so anyone can check it. Warm-ups stay in front.
      </p>
      <Show when={now.event.draw}>{(draw) => <p class={styles.note}>{drawWords(draw(), ids())}</p>}</Show>
      <TextField
        label="Seed (optional)"
        hint="Ask the room for a number of up to six digits, or leave it empty and we pick one."
        value={typed()}
        onInput={setTyped}
        problem={problem()}
        input={{ inputmode: 'numeric', autocomplete: 'off' }}
      />
      <div class="buttons">
        <button class="button quiet" type="submit">
          {now.event.draw ? 'Draw again' : 'Draw the order at random'}
        </button>
        <Show when={canRestore()}>
          <button class="button quiet" type="button" onClick={restoreOrder}>
            Undo the draw
          </button>
        </Show>
        <p class="form-message" role="status">
          {status()}
        </p>
      </div>
    </form>
  )
}
