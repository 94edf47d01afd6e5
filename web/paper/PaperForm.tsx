import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { countOf } from '../../api/rules/words/plural.ts'
import type { Criterion } from '../../api/schema/judging/criterion.ts'
import { Problem } from '../core/api.ts'
import { createForm } from '../core/form.ts'
import { isolateName } from '../core/words/names.ts'
import { ScoreScale } from '../ui/ballot/ScoreScale.tsx'
import { LongField } from '../ui/fields/LongField.tsx'
import { FormEnd } from '../ui/forms/FormEnd.tsx'
import type { CopiedPaper, Copying } from './copying-paper.ts'
import { createDigitKeys } from './digit-keys.ts'
import { PaperQuestion } from './PaperQuestion.tsx'
import { PaperSelection } from './PaperSelection.tsx'
import * as styles from './paper.module.css'

type Props = { copying: Copying; criteria: Criterion[] }

export function PaperForm(props: Props) {
  let element!: HTMLFormElement
  let confirmed = false
  const [confirming, setConfirming] = createSignal(false)
  const form = createForm<CopiedPaper>({
    saved: () => ({ scores: {}, comment: '', recused: false }),
    async send(paper) {
      const { copying } = props
      const [judge, entry] = [copying.judge(), copying.entry()]
      const scores = Object.fromEntries(
        Object.entries(paper.scores).filter(([id]) => props.criteria.some((criterion) => criterion.id === id)),
      )
      const source = await copying.saveBallot({ ...paper, scores }, confirmed).catch(confirmIfOnPhone)
      setConfirming(false)
      const next = copying.nextJudge()
      if (next) copying.setJudgeId(next.id)
      queueMicrotask(() => focusFirst())
      const whose = `${isolateName(judge?.name ?? '')} for ${isolateName(entry?.team ?? '')}`
      const message =
        source === 'paper' ? `Saved: ${whose}.` : `${whose}: their phone has a newer ballot, which counts.`
      return next ? message : `${message} Every judge’s ballot for this team is in`
    },
  })
  const change = (make: (draft: CopiedPaper) => void) => {
    setConfirming(false)
    form.change(make)
  }
  const score = (id: string, value: number) =>
    change((draft) => {
      draft.scores[id] = value
    })
  const digits = createDigitKeys(() => props.criteria, score)
  const unanswered = () =>
    form.values.recused
      ? 0
      : props.criteria.filter((criterion) => form.values.scores[criterion.id] === undefined).length
  const storedSource = () => props.copying.sourceFor(props.copying.judge()?.id ?? '')
  const focusFirst = () => element.querySelector<HTMLElement>('fieldset input, label input')?.focus()

  function confirmIfOnPhone(failure: unknown): never {
    if (failure instanceof Problem && failure.code === 'ballot-on-phone') setConfirming(true)
    throw failure
  }
  createEffect(on([props.copying.judge, props.copying.entry], () => setConfirming(false), { defer: true }))

  async function submit(e: SubmitEvent) {
    if (!confirmed && (storedSource() || unanswered() > 0)) {
      e.preventDefault()
      setConfirming(true)
      return
    }
    await form.submit(e)
    confirmed = false
  }

  return (
    <section class="section" aria-labelledby="copy-title">
      <header>
        <h2 id="copy-title">Copied from paper</h2>
        <p class="dim">
          A number key answers a question and goes on to the next; Enter saves the ballot. It is marked as copied from
          paper, in the history and in the record.
        </p>
      </header>
      <form
        class={`form ${styles.paperForm}`}
        ref={element}
        onSubmit={submit}
        onKeyDown={digits}
        novalidate
        aria-labelledby="copy-title"
      >
        <PaperSelection copying={props.copying} />
        <Show when={!form.values.recused}>
          <For each={props.criteria}>
            {(criterion) => (
              <ScoreScale
                criterion={criterion}
                score={form.values.scores[criterion.id]}
                onScore={(value) => score(criterion.id, value)}
              />
            )}
          </For>
        </Show>
        <LongField
          label="Words for the team (optional)"
          hint="As the judge wrote them. The organiser reads this first and may pass it on to the team."
          maxlength={2000}
          value={form.values.comment}
          problem={form.problemOf('comment')}
          onInput={(value) =>
            change((draft) => {
              draft.comment = value
            })
          }
        />
        <label class={styles.paperRecusal}>
          <input
            type="checkbox"
            checked={form.values.recused}
            onChange={(e) => {
              const { checked } = e.currentTarget
              change((draft) => {
                draft.recused = checked
              })
            }}
          />
          <span>The judge has stepped aside from this team</span>
        </label>
        <Show when={confirming()} fallback={<FormEnd form={form} label="Save this ballot" adds />}>
          <PaperQuestion
            storedSource={storedSource()}
            unanswered={unanswered() === 0 ? '' : countOf(unanswered(), 'question')}
            judge={props.copying.judge()?.name ?? ''}
            sending={form.sending()}
            onNo={() => {
              setConfirming(false)
              focusFirst()
            }}
            onYes={() => {
              confirmed = true
              element.requestSubmit()
            }}
          />
        </Show>
      </form>
    </section>
  )
}
